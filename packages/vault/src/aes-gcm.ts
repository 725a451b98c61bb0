import { createCipheriv, createDecipheriv } from 'node:crypto';

/** AES-256-GCM with a 96-bit IV and a full 128-bit tag (NIST SP 800-38D); an IV must never come twice under one key. */
export interface Encrypted {
  readonly iv: Buffer;
  readonly tag: Buffer;
  readonly ct: Buffer;
}

export const keyBytes = 32;
export const ivBytes = 12;
export const tagBytes = 16;

export function encrypt(key: Buffer, iv: Buffer, plaintext: Buffer, aad: Buffer): Encrypted {
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes }).setAAD(aad);
  const ct = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return { iv, tag: cipher.getAuthTag(), ct };
}

/** Throws when anything differs by one bit; no plaintext leaves before the tag has been checked. */
export function decrypt(key: Buffer, { iv, tag, ct }: Encrypted, aad: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes }).setAAD(aad).setAuthTag(tag);
  return Buffer.concat([decipher.update(ct), decipher.final()]);
}
