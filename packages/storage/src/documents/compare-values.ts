import type { IndexedValue } from '../store.ts';

const ranks: Readonly<Record<string, number>> = { boolean: 1, number: 2, string: 3 };

/** The order of values in an index, as in Firestore: null, booleans, numbers, strings by their UTF-8 bytes. */
export function compareValues(a: IndexedValue, b: IndexedValue): number {
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0) return rank;
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  return Number(a) - Number(b);
}

/** JavaScript compares UTF-16 units, which puts characters above U+FFFF before U+E000; bytes of UTF-8 do not. */
export function compareStrings(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return isSurrogate(left) === isSurrogate(right) ? left - right : isSurrogate(left) ? 1 : -1;
  }
  return a.length - b.length;
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

const rankOf = (value: IndexedValue): number => (value === null ? 0 : (ranks[typeof value] ?? 0));
