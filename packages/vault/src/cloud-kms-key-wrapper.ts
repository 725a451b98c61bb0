import { AppError } from '@intexuraos/kernel';
import { z } from 'zod';
import type { KeyWrapper } from './key-wrapper.ts';

export interface CloudKmsSettings {
  /** `projects/…/locations/…/keyRings/…/cryptoKeys/…`: the key, not one of its versions; Google rotates those. */
  readonly keyName: string;
  /** An access token with the scope `cloudKmsScope`. */
  readonly accessToken: () => Promise<string>;
  readonly endpoint?: string;
  readonly deadlineMs?: number;
}

export const cloudKmsScope = 'https://www.googleapis.com/auth/cloudkms';

const Encrypted = z.object({ ciphertext: z.base64().min(1) });
const Decrypted = z.object({ plaintext: z.base64().min(1) });

/**
 * Master keys that never leave Google's Cloud KMS (https://cloud.google.com/kms/docs/reference/rest, `encrypt` and
 * `decrypt` of a cryptoKey). Throws UNAVAILABLE while the service cannot be reached or is over its quota.
 */
export function createCloudKmsKeyWrapper(settings: CloudKmsSettings): KeyWrapper {
  const { keyName } = settings;
  return {
    currentKekId: keyName,
    retiredKekIds: [],
    async wrap(dek, context) {
      const body = { plaintext: dek.toString('base64'), additionalAuthenticatedData: context.toString('base64') };
      return (await call(settings, 'encrypt', body, Encrypted)).ciphertext;
    },
    async unwrap({ kekId, wrappedDek }, context) {
      if (kekId !== keyName) throw new Error('the master key of this record is not among the known ones');
      const body = { ciphertext: wrappedDek, additionalAuthenticatedData: context.toString('base64') };
      return Buffer.from((await call(settings, 'decrypt', body, Decrypted)).plaintext, 'base64');
    },
  };
}

async function call<T>(settings: CloudKmsSettings, verb: string, body: object, answer: z.ZodType<T>): Promise<T> {
  const response = await send(settings, verb, body);
  if (response.status === 429 || response.status >= 500) throw unavailable(`Cloud KMS answered ${response.status}`);
  if (response.status !== 200) throw new Error(`Cloud KMS refused to ${verb}: ${response.status}`);
  return answer.parse(response.json);
}

async function send(settings: CloudKmsSettings, verb: string, body: object) {
  const { keyName, accessToken, endpoint = 'https://cloudkms.googleapis.com', deadlineMs = 5_000 } = settings;
  try {
    const response = await fetch(`${endpoint}/v1/${keyName}:${verb}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await accessToken()}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(deadlineMs),
    });
    return { status: response.status, json: await response.json() };
  } catch (cause) {
    throw unavailable('Cloud KMS gave no answer', cause);
  }
}

/** The cause may hold headers, so only its name is kept. */
const unavailable = (reason: string, cause?: unknown) =>
  new AppError('UNAVAILABLE', 'The master key cannot be reached at the moment', {
    cause: cause instanceof Error ? `${reason} (${cause.name})` : reason,
  });
