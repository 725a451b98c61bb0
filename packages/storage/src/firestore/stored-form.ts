import { FieldPath, Timestamp } from '@google-cloud/firestore';
import { type Fields, fieldsOf, parseFields } from '../documents/fields-of.ts';

/** A document of ours keeps its own fields as they are, and beside them: */
export const ownFields = {
  /** which commit wrote it, so that a commit whose answer got lost can be recognised */
  commit: '%commit',
  /** when Firestore's TTL policy may delete it; TTL wants a timestamp where our documents have milliseconds */
  expiry: 'ttlAt',
} as const;

/** JSON that Firestore has no form for goes into a map of this one key: a list within a list, or all below a depth. */
const listKey = '%list';
const textKey = '%json';
/** Firestore allows 20. */
const levelsMax = 16;
const latestExpiry = Date.UTC(9999, 0);

/** Names that Firestore keeps for itself, that are empty, or that would read as one of ours. */
const isReserved = (name: string): boolean => name === '' || name === ownFields.expiry || /^(%|__.*__$)/s.test(name);

const toName = (name: string): string => (isReserved(name) ? `%${name}` : name);
/** Where a field of a document of ours lies. */
export const fieldPath = (field: string): FieldPath => new FieldPath(toName(field));

const fromName = (name: string): string => (name.startsWith('%') ? name.slice(1) : name);

/** What Firestore is given for a document, from its text: JSON and nothing else, so undefined and dates are gone. */
export function toStoredForm(text: string): Record<string, unknown> {
  return encodeMap(parseFields(text), 1);
}

/** A document as its owner wrote it. */
export function fromStoredForm(stored: Fields): Fields {
  const own: readonly string[] = Object.values(ownFields);
  return decodeMap(Object.fromEntries(Object.entries(stored).filter(([name]) => !own.includes(name))));
}

/** Null for what is no time within Firestore's range: such a document stays. */
export function expiryTimestamp(expiresAt: unknown): Timestamp | null {
  if (typeof expiresAt !== 'number' || expiresAt < 0 || expiresAt > latestExpiry) return null;
  return Timestamp.fromMillis(Math.trunc(expiresAt));
}

function encode(value: unknown, level: number, inList: boolean): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (level >= levelsMax) return { [textKey]: JSON.stringify(value) };
  if (!Array.isArray(value)) return encodeMap(fieldsOf(value), level + 1);
  if (inList) return { [listKey]: value.map((item) => encode(item, level + 2, true)) };
  return value.map((item) => encode(item, level + 1, true));
}

function encodeMap(fields: Fields, level: number): Record<string, unknown> {
  const entries = Object.entries(fields).map(([name, value]) => [toName(name), encode(value, level, false)] as const);
  return Object.fromEntries(entries);
}

function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== 'object' || value === null) return value;
  const fields = fieldsOf(value);
  const { [listKey]: list, [textKey]: text } = fields;
  if (list !== undefined) return decode(list);
  return typeof text === 'string' ? JSON.parse(text) : decodeMap(fields);
}

function decodeMap(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [fromName(name), decode(value)]));
}
