import { request as httpRequest, type OutgoingHttpHeaders } from 'node:http';
import { z } from 'zod';

export interface Call {
  readonly method: string;
  /** Sent as it is: fetch would tidy up `//` and `%2e%2e`. */
  readonly path: string;
  readonly headers?: OutgoingHttpHeaders;
  /** Objects go as JSON with its content type; text and bytes go as they are. */
  readonly body?: unknown;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The body as JSON; undefined where it is none. */
  readonly json: unknown;
  /** What stands in `data` of a success. */
  readonly data: unknown;
  /** What stands in `error` of a refusal. */
  readonly error: { readonly code: string; readonly message: string; readonly details?: unknown } | undefined;
}

const Body = z.object({
  data: z.unknown().optional(),
  error: z.object({ code: z.string(), message: z.string(), details: z.unknown().optional() }).optional(),
});

/** One request over a socket of its own. */
export function httpCall(url: string, { method, path, headers = {}, body }: Call): Promise<Reply> {
  const { hostname, port } = new URL(url);
  const { bytes, own } = contentOf(body);
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, method, path, agent: false, headers: { ...own, ...headers } });
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('error', reject);
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, ...read(text) });
      });
    });
    request.end(bytes);
  });
}

function contentOf(body: unknown): { readonly bytes: Buffer; readonly own: OutgoingHttpHeaders } {
  if (body === undefined) return { bytes: Buffer.alloc(0), own: {} };
  const isPlain = typeof body === 'string' || body instanceof Buffer;
  const bytes = Buffer.from(isPlain ? body : JSON.stringify(body));
  return { bytes, own: { 'content-type': 'application/json', 'content-length': bytes.length } };
}

function read(text: string): Pick<Reply, 'json' | 'data' | 'error'> {
  try {
    const json: unknown = JSON.parse(text);
    const { data, error } = Body.safeParse(json).data ?? {};
    return { json, data, error };
  } catch {
    return { json: undefined, data: undefined, error: undefined };
  }
}
