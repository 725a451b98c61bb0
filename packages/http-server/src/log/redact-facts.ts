import { createHash } from 'node:crypto';
import { errorFacts } from './error-facts.ts';
import { maskTokens } from './redact-text.ts';

type Facts = Record<string, unknown>;
type Mask = (value: unknown) => unknown;

const hidden: Mask = () => '[redacted]';

/** Enough to see that two texts are the same, and nothing of what they say. */
const fingerprint: Mask = (value) =>
  typeof value === 'string'
    ? { chars: value.length, sha256: createHash('sha256').update(value).digest('hex').slice(0, 16) }
    : '[redacted]';

const lastFour: Mask = (value) => (typeof value === 'string' ? `…${value.slice(-4)}` : '[redacted]');

/** `code` names an error, or opens somebody's account: an OAuth code is not in capitals. */
const errorCodeOnly: Mask = (value) =>
  typeof value === 'number' || (typeof value === 'string' && /^[A-Z][A-Z0-9_]*$/.test(value)) ? value : '[redacted]';

/** What a log line never shows, by the name of the fact, at any depth. Names are compared in lower case without `_` and `-`. */
const masks: Readonly<Record<string, Mask>> = {
  authorization: hidden,
  xinternalauth: hidden,
  internalauth: hidden,
  cookie: hidden,
  setcookie: hidden,
  token: hidden,
  accesstoken: hidden,
  refreshtoken: hidden,
  idtoken: hidden,
  apikey: hidden,
  clientsecret: hidden,
  secret: hidden,
  password: hidden,
  config: hidden,
  replytext: fingerprint,
  text: fingerprint,
  prompt: fingerprint,
  title: fingerprint,
  phone: lastFour,
  phonenumber: lastFour,
  code: errorCodeOnly,
};

const depthMax = 6;
const charsMax = 2_000;
const plainNames = new Map<string, Mask | null>();

/** The mask of a name; names are few, so each is looked at once. */
function maskOf(name: string): Mask | null {
  const known = plainNames.get(name);
  if (known !== undefined) return known;
  const plain = name.toLowerCase().replace(/[-_]/g, '');
  const mask = Object.hasOwn(masks, plain) ? (masks[plain] ?? null) : null;
  if (plainNames.size < 1_000) plainNames.set(name, mask);
  return mask;
}

function redact(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return maskTokens(value.slice(0, charsMax));
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Error) return errorFacts(value);
  if (value instanceof Date || ArrayBuffer.isView(value)) return value instanceof Date ? value : '[bytes]';
  if (depth > depthMax) return '[deep]';
  if (Array.isArray(value)) return value.map((item: unknown) => redact(item, depth + 1));
  return redactFacts(value, depth + 1);
}

/** The facts of a log line, fit to be read by an operator. */
export function redactFacts(facts: object, depth = 0): Facts {
  const clean: Facts = {};
  for (const [name, value] of Object.entries(facts)) {
    const mask = maskOf(name);
    clean[name] = mask === null ? redact(value, depth) : mask(value);
  }
  return clean;
}
