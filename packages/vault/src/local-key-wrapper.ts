import { decrypt, encrypt, ivBytes, keyBytes, tagBytes } from './aes-gcm.ts';
import type { KeyWrapper } from './key-wrapper.ts';

/** A master key in memory. `key` is 32 bytes. */
export interface Kek {
  readonly id: string;
  readonly key: Buffer;
}

export type RandomBytes = (count: number) => Buffer;

/** Wraps with keys that the process holds itself. The first key wraps what is new, the others still open what is old. */
export function createLocalKeyWrapper(keks: readonly Kek[], randomBytes: RandomBytes): KeyWrapper {
  const [current, ...retired] = keks;
  if (!current) throw new Error('a vault needs at least one master key');
  const keys = new Map(keks.map(({ id, key }) => [id, key]));
  if (keys.size < keks.length) throw new Error('two master keys have the same id');
  if (keks.some(({ key }) => key.length !== keyBytes)) throw new Error(`a master key must be ${keyBytes} bytes long`);
  return {
    currentKekId: current.id,
    retiredKekIds: retired.map(({ id }) => id),
    wrap: async (dek, context) => {
      const { iv, tag, ct } = encrypt(current.key, randomBytes(ivBytes), dek, context);
      return Buffer.concat([iv, tag, ct]).toString('base64');
    },
    unwrap: async ({ kekId, wrappedDek }, context) => {
      const key = keys.get(kekId);
      if (!key) throw new Error('the master key of this record is not among the known ones');
      return decrypt(key, split(Buffer.from(wrappedDek, 'base64')), context);
    },
  };
}

function split(wrapped: Buffer) {
  if (wrapped.length !== ivBytes + tagBytes + keyBytes) throw new Error('a wrapped data key has the wrong length');
  return {
    iv: wrapped.subarray(0, ivBytes),
    tag: wrapped.subarray(ivBytes, ivBytes + tagBytes),
    ct: wrapped.subarray(ivBytes + tagBytes),
  };
}
