import type { IncomingMessage } from 'node:http';
import { AppError } from '@intexuraos/kernel';
import { parseJson } from './parse-json.ts';
import { hasBody } from './read-body.ts';
import { refusal } from './validate.ts';

type Fields = Readonly<Record<string, unknown>>;

const jsonType = /^application\/json\s*(;\s*charset="?utf-?8"?\s*)?$/i;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of a JSON body; none when there is no body. Throws UNSUPPORTED_MEDIA_TYPE, and what `parseJson` throws. */
export function bodyFields(request: IncomingMessage, body: Buffer): Fields {
  if (!hasBody(request)) return {};
  if (!jsonType.test(request.headers['content-type'] ?? '')) {
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', 'The body must be application/json');
  }
  const value = parseJson(body);
  if (!isFields(value)) throw refusal([{ path: '', message: 'expected an object' }]);
  return value;
}

const count = (fields: Fields) => Object.keys(fields).length;

/** Path, query and body as one object. A field that comes from two places is refused: which one counts would be a guess. */
export function mergeInput(body: Fields, path: Fields, query: Fields): Fields {
  const others = { ...path, ...query };
  const merged = count(others) === 0 ? body : { ...body, ...others };
  if (count(merged) < count(body) + count(path) + count(query)) throw refusal([twice(body, path, query)]);
  return merged;
}

function twice(...sources: Fields[]) {
  const names = sources.flatMap((source) => Object.keys(source));
  return { path: names.find((name, at) => names.indexOf(name) !== at) ?? '', message: 'given twice' };
}
