import type { Answer } from '../define.ts';
import { json, type Outgoing } from './send.ts';

const text = 'text/plain; charset=utf-8';
const bodiless = new Set([204, 205, 304]);

/** `{success: true, data}`, or on the raw wire the data as it is; raw text stays text. */
export function answerBody({ status, data, headers }: Answer<unknown>, wire: 'envelope' | 'raw'): Outgoing {
  if (bodiless.has(status)) return { status, type: null, body: '', headers };
  if (wire === 'envelope')
    return { status, type: json, body: JSON.stringify({ success: true, data: data ?? {} }), headers };
  if (typeof data === 'string') return { status, type: text, body: data, headers };
  return { status, type: json, body: JSON.stringify(data ?? {}), headers };
}
