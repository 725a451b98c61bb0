import { request as httpRequest, type OutgoingHttpHeaders } from 'node:http';
import { z } from 'zod';

export interface Call {
  readonly method?: string;
  /** Sent as it is: fetch would tidy up `//` and `%2e%2e`. */
  readonly path: string;
  /** An array is a header that comes more than once. */
  readonly headers?: OutgoingHttpHeaders;
  /** Objects go as JSON with its content type. */
  readonly body?: object | string | Buffer;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The body as JSON. */
  readonly json: unknown;
  /** The code of a refusal, else undefined. */
  readonly code: string | undefined;
}

const Coded = z.object({ error: z.object({ code: z.string() }) });

function payload(body: Call['body']): { readonly bytes: string | Buffer; readonly type: OutgoingHttpHeaders } {
  if (typeof body === 'string' || body instanceof Buffer) return { bytes: body, type: {} };
  return { bytes: JSON.stringify(body), type: { 'content-type': 'application/json' } };
}

/** One request over its own socket. */
export function call(url: string, { method = 'GET', path, headers = {}, body }: Call): Promise<Reply> {
  const { bytes, type } = body === undefined ? { bytes: '', type: {} } : payload(body);
  const isChunked = 'transfer-encoding' in headers;
  const length = body === undefined || isChunked ? {} : { 'content-length': Buffer.byteLength(bytes) };
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      hostname,
      port,
      method,
      path,
      agent: false,
      headers: { ...type, ...length, ...headers },
    });
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, ...read(text) });
      });
    });
    request.end(bytes);
  });
}

function read(text: string): Pick<Reply, 'json' | 'code'> {
  try {
    const json: unknown = JSON.parse(text);
    return { json, code: Coded.safeParse(json).data?.error.code };
  } catch {
    return { json: undefined, code: undefined };
  }
}
