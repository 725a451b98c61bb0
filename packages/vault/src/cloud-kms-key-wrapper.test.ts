import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { json } from 'node:stream/consumers';
import { closed, listening } from '@intexuraos/testing';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createCloudKmsKeyWrapper, createVault } from './index.ts';

const keyName = 'projects/p/locations/global/keyRings/r/cryptoKeys/vault';
const anna = { userId: 'anna', connector: 'openai', accountId: 'default', schema: 'llm-key.v1' };

type Body = Record<'plaintext' | 'ciphertext' | 'additionalAuthenticatedData', string>;

let server: Server;
let endpoint: string;
let fault: 'none' | 'hang' | number;
const key = randomBytes(32);

beforeEach(async () => {
  fault = 'none';
  server = createServer((request, response) => {
    void json(request).then((body) => {
      if (fault === 'hang') return;
      const known = request.headers.authorization === 'Bearer token' && request.url?.startsWith(`/v1/${keyName}:`);
      const status = fault === 'none' ? (known ? 200 : 403) : fault;
      const answer =
        status === 200 ? serve(request.url?.split(':')[1] ?? '', body as Body) : { error: { code: status } };
      response.writeHead('error' in answer ? Number(answer.error?.code) : 200).end(JSON.stringify(answer));
    });
  });
  endpoint = await listening(server);
});
afterEach(() => closed(server));

const wrapper = (token = 'token', name = keyName) =>
  createCloudKmsKeyWrapper({ keyName: name, accessToken: async () => token, endpoint, deadlineMs: 200 });
const vault = (...args: Parameters<typeof wrapper>) => createVault({ keyWrapper: wrapper(...args) });

test('a secret opens again, and the master key was never here', async () => {
  const record = await vault().seal('sk-1', anna);
  expect(record.kekId).toBe(keyName);
  expect(await vault().open(record, anna)).toBe('sk-1');
});

test('a record of another key, a changed one and a foreign one do not open', async () => {
  const record = await vault().seal('sk-1', anna);
  const bad = { code: 'INTERNAL_ERROR' };
  await expect(vault('token', `${keyName}2`).open(record, anna)).rejects.toMatchObject(bad);
  await expect(vault().open({ ...record, wrappedDek: record.tag }, anna)).rejects.toMatchObject(bad);
  await expect(vault().open(record, { ...anna, userId: 'boris' })).rejects.toMatchObject(bad);
});

test.each(['hang', 429, 500, 503] as const)('%s is for a moment, and says so', async (trouble) => {
  const record = await vault().seal('sk-1', anna);
  fault = trouble;
  await expect(vault().open(record, anna)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  await expect(vault().seal('sk-2', anna)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
});

test('an account that may not use the key is refused, and no token is in the error', async () => {
  const error: unknown = await vault('wrong-token')
    .seal('sk-1', anna)
    .catch((e: unknown) => e);
  expect(error).toMatchObject({ message: 'Cloud KMS refused to encrypt: 403' });
  expect(String(error instanceof Error && error.stack)).not.toContain('wrong-token');
});

/** What Cloud KMS does with a symmetric key: AES-GCM, with the additional data authenticated. */
function serve(verb: string, body: Body) {
  const aad = Buffer.from(body.additionalAuthenticatedData, 'base64');
  if (verb === 'encrypt') {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(aad);
    const ct = Buffer.concat([cipher.update(Buffer.from(body.plaintext, 'base64')), cipher.final()]);
    return {
      name: `${keyName}/cryptoKeyVersions/1`,
      ciphertext: Buffer.concat([iv, cipher.getAuthTag(), ct]).toString('base64'),
    };
  }
  const bytes = Buffer.from(body.ciphertext, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 }).setAAD(aad);
    decipher.setAuthTag(bytes.subarray(12, 28));
    return { plaintext: Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('base64') };
  } catch {
    return { error: { code: 400 } };
  }
}
