import { createHash } from 'node:crypto';

const digestOf = (key: string) => createHash('sha256').update(key).digest();

/** A UUID whose version says 4, as platforms want it, and that is always the same for the same key. */
export function uuidOfKey(key: string): string {
  const bytes = digestOf(key).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Only 0-9 and a-f, which every alphabet of ids has: 40 characters, always the same for the same key. */
export const hexOfKey = (key: string): string => digestOf(key).toString('hex').slice(0, 40);

/** RFC 5322 3.6.4: `<…@…>`, always the same for the same key. */
export const messageIdOfKey = (key: string): string => `<${hexOfKey(key)}@intexuraos.invalid>`;
