import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { newSecret } from '@intexuraos/kernel';
import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import { readPrivately, writePrivately } from './private-file.ts';

const Jwk = z.looseObject({ kty: z.string(), kid: z.string() });

/** What this machine keeps secret, made once. */
const Secrets = z.object({
  internalAuthToken: z.string().min(32),
  whatsapp: z.object({ appSecret: z.string(), verifyToken: z.string(), accessToken: z.string() }),
  issuer: z.object({ publicKey: Jwk, privateKey: Jwk }),
});
export type Secrets = z.infer<typeof Secrets>;

async function newIssuer(): Promise<Secrets['issuer']> {
  const kid = randomBytes(8).toString('hex');
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const [shown, kept] = await Promise.all([exportJWK(publicKey), exportJWK(privateKey)]);
  return {
    publicKey: Jwk.parse({ ...shown, kid, alg: 'ES256', use: 'sig' }),
    privateKey: Jwk.parse({ ...kept, kid, alg: 'ES256' }),
  };
}

/** The secrets of this data folder; the first start makes them. Throws when the file is damaged. */
export async function ensureSecrets(dataDir: string): Promise<Secrets> {
  const path = join(dataDir, 'secrets.json');
  const kept = readPrivately(path);
  if (kept !== null) return Secrets.parse(kept);
  const secrets: Secrets = {
    internalAuthToken: newSecret(),
    whatsapp: { appSecret: newSecret(), verifyToken: newSecret(), accessToken: newSecret() },
    issuer: await newIssuer(),
  };
  writePrivately(path, secrets);
  return secrets;
}
