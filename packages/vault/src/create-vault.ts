import { AppError } from '@intexuraos/kernel';
import { z } from 'zod';
import { secureRandomBytes } from './adapters/secure-random-bytes.ts';
import { decrypt, type Encrypted, encrypt, ivBytes, keyBytes } from './aes-gcm.ts';
import type { KeyWrapper } from './key-wrapper.ts';
import { createLocalKeyWrapper, type Kek, type RandomBytes } from './local-key-wrapper.ts';
import { type SealedFor, SealedRecord } from './record.ts';

export interface Vault {
  seal(plaintext: string, sealedFor: SealedFor): Promise<SealedRecord>;
  /**
   * Throws `AppError('INTERNAL_ERROR')` when the record was changed, is somebody else's, or its master key is gone.
   * No part of the secret, the key or the record is in the error.
   */
  open(record: SealedRecord, sealedFor: SealedFor): Promise<string>;
  /** The same secret under the current master key; the ciphertext stays as it is. Throws like `open`. */
  rewrap(record: SealedRecord): Promise<SealedRecord>;
  /** Master keys that are on their way out: records that name one as their `kekId` are waiting for `rewrap`. */
  readonly retiredKekIds: readonly string[];
}

/** Either the master keys themselves, newest first, or somebody who keeps them, such as a KMS. */
export type VaultSettings = ({ readonly keks: readonly Kek[] } | { readonly keyWrapper: KeyWrapper }) & {
  /** Tests may choose the bytes; a repeated IV would break the encryption. */
  readonly randomBytes?: RandomBytes;
};

/**
 * Envelope encryption: each write has its own 256-bit data key, which a master key wraps. Owner, connector, account and
 * schema are authenticated with the ciphertext, so a record that is moved to somebody else does not open.
 */
export function createVault(settings: VaultSettings): Vault {
  const randomBytes = settings.randomBytes ?? secureRandomBytes;
  const wrapper = 'keyWrapper' in settings ? settings.keyWrapper : createLocalKeyWrapper(settings.keks, randomBytes);
  return {
    async seal(plaintext, sealedFor) {
      const dek = randomBytes(keyBytes);
      const encrypted = encrypt(dek, randomBytes(ivBytes), Buffer.from(plaintext, 'utf8'), associatedData(sealedFor));
      const wrappedDek = await wrapper.wrap(dek, dekContext(wrapper.currentKekId));
      dek.fill(0);
      return { v: 1, kekId: wrapper.currentKekId, wrappedDek, ...asBase64(encrypted) };
    },
    open: (record, sealedFor) =>
      orUnopenable(async () => {
        const { kekId, iv, tag, ct } = SealedRecord.parse(record);
        const dek = await wrapper.unwrap(record, dekContext(kekId));
        const encrypted = {
          iv: Buffer.from(iv, 'base64'),
          tag: Buffer.from(tag, 'base64'),
          ct: Buffer.from(ct, 'base64'),
        };
        return decrypt(dek, encrypted, associatedData(sealedFor)).toString('utf8');
      }),
    rewrap: (record) =>
      orUnopenable(async () => {
        const dek = await wrapper.unwrap(SealedRecord.parse(record), dekContext(record.kekId));
        const wrappedDek = await wrapper.wrap(dek, dekContext(wrapper.currentKekId));
        return { ...record, kekId: wrapper.currentKekId, wrappedDek };
      }),
    retiredKekIds: wrapper.retiredKekIds,
  };
}

/** Each part is escaped, because a person's id may hold the separator: `auth0|5f7c`. */
function associatedData({ userId, connector, accountId, schema }: SealedFor): Buffer {
  return Buffer.from([userId, connector, accountId, schema].map(encodeURIComponent).join('|'));
}

const dekContext = (kekId: string) => Buffer.from(`data-key|${encodeURIComponent(kekId)}`);

function asBase64({ iv, tag, ct }: Encrypted) {
  return { iv: iv.toString('base64'), tag: tag.toString('base64'), ct: ct.toString('base64') };
}

/** Why a record does not open is for the operator; a wrapper that is out of reach says so itself. */
async function orUnopenable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('INTERNAL_ERROR', 'A stored secret could not be opened', { cause: reason(cause) });
  }
}

/** A schema error would quote the record. */
const reason = (cause: unknown) => (cause instanceof z.ZodError ? 'the record is not a sealed record' : cause);
