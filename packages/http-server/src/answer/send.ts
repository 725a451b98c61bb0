import type { ServerResponse } from 'node:http';
import { securityHeaders } from './security-headers.ts';

export type Headers = Readonly<Record<string, string>>;

/** What goes out, already text. `type` is the content type; null when there is no body. */
export interface Outgoing {
  readonly status: number;
  readonly type: string | null;
  readonly body: string;
  readonly headers: Headers;
}

export const json = 'application/json; charset=utf-8';

/** Writes head and body in one go. A caller that hung up meanwhile is no error. */
export function send(response: ServerResponse, requestId: string, { status, type, body, headers }: Outgoing): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  const head: Record<string, string | number> = { ...securityHeaders, 'x-request-id': requestId };
  if (type !== null) {
    head['content-type'] = type;
    head['content-length'] = Buffer.byteLength(body);
  }
  for (const name of Object.keys(headers)) head[name.toLowerCase()] = headers[name] ?? '';
  response.writeHead(status, head).end(type === null ? undefined : body);
}
