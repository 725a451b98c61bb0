import { createHmac, createPublicKey } from 'node:crypto';
import { z } from 'zod';

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token with a header of the attacker's choice, and a signature made by `sign`. */
export const forged = (header: object, claims: object, sign: (signed: string) => string): string => {
  const signed = `${part(header)}.${part(claims)}`;
  return `${signed}.${sign(signed)}`;
};

const KeySet = z.object({ keys: z.array(z.looseObject({ kty: z.string(), n: z.string(), e: z.string() })).min(1) });

/** The issuer's public key, used as if it were a shared secret: the old trick against verifiers that trust `alg`. */
export async function hmacWithPublicKey(jwksUrl: string): Promise<(signed: string) => string> {
  const { keys } = KeySet.parse(await (await fetch(jwksUrl)).json());
  const [jwk] = keys;
  if (jwk === undefined) throw new Error('the key set is empty');
  const pem = createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  return (signed) => createHmac('sha256', pem).update(signed).digest('base64url');
}
