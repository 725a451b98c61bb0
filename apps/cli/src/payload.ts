import { usageError } from './cli-error.ts';

type Payload = Readonly<Record<string, unknown>>;

const isPayload = (value: unknown): value is Payload =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One JSON object, or `field=value` pairs: a value is JSON where it can be read as that, else text. */
export function payloadOf(fields: readonly string[]): Payload {
  const [first = ''] = fields;
  if (fields.length === 1 && first.startsWith('{')) {
    const payload = readJson(first);
    if (!isPayload(payload)) throw usageError('Expected one JSON object as the payload');
    return payload;
  }
  return Object.fromEntries(fields.map(pairOf));
}

function pairOf(field: string): readonly [string, unknown] {
  const at = field.indexOf('=');
  if (at < 1) throw usageError(`"${field}": expected FIELD=VALUE`);
  const text = field.slice(at + 1);
  return [field.slice(0, at), readJson(text) ?? text];
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
