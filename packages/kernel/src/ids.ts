import { hash, randomBytes, randomUUID } from 'node:crypto';

/** Randomness as a port: ids and jitter come from here, so a seeded run can be repeated. */
export interface Random {
  uuid(): string;
  /** A number in [0, 1). */
  fraction(): number;
}

export const systemRandom: Random = {
  uuid: () => randomUUID(),
  fraction: () => randomBytes(4).readUInt32BE() / 2 ** 32,
};

/** A UUID (RFC 9562 version 8) that is always the same for the same name: the key of what may arrive twice. */
export function uuidFromName(name: string): string {
  const bytes = hash('sha256', name, 'buffer').subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** 256 random bits in base64url: nobody can guess it, and no place needs it escaped. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
