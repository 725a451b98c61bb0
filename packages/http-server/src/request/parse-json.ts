import { isUtf8 } from 'node:buffer';
import { AppError } from '@intexuraos/kernel';
import { refusal } from './validate.ts';

/** `JSON.parse` takes any nesting, `JSON.stringify` does not: what could never be written again is refused here. */
const depthMax = 32;

const notJson = (what: string) => new AppError('INVALID_REQUEST', `The body is not JSON: ${what}`);

/** Keys by which a later `Object.assign` or deep merge could change every object of the process. */
const isPrototypeKey = (key: string, value: unknown) =>
  key === '__proto__' ||
  (key === 'constructor' && typeof value === 'object' && value !== null && Object.hasOwn(value, 'prototype'));

function inspect(value: object, depth: number): void {
  if (depth > depthMax) throw notJson(`nested deeper than ${depthMax} levels`);
  if (Array.isArray(value)) for (const item of value as readonly unknown[]) inspectChild(item, depth);
  else for (const [key, child] of Object.entries(value) as [string, unknown][]) inspectField(key, child, depth);
}

function inspectField(key: string, child: unknown, depth: number): void {
  if (isPrototypeKey(key, child)) throw refusal([{ path: key, message: 'unknown field' }]);
  inspectChild(child, depth);
}

function inspectChild(child: unknown, depth: number): void {
  if (typeof child === 'object' && child !== null) inspect(child, depth + 1);
}

/**
 * JSON as RFC 8259 has it: UTF-8, no byte order mark. Of a key given twice the last value counts.
 * Throws INVALID_REQUEST for what is not JSON or nested too deep, VALIDATION_FAILED for keys that reach a prototype.
 */
export function parseJson(body: Buffer): unknown {
  if (!isUtf8(body)) throw notJson('it is not UTF-8');
  const value = parsed(body.toString('utf8'));
  if (typeof value === 'object' && value !== null) inspect(value, 1);
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notJson('syntax error');
  }
}
