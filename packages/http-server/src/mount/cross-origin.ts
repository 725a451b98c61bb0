import type { Request, Response } from 'express';
import { ConfigError } from '../configuration/config-error.ts';

const allowed = {
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers': 'Authorization, Content-Type, If-Match, Idempotency-Key, Last-Event-ID, X-Request-Id',
  'access-control-max-age': '600',
} as const;
const exposed = 'ETag, Location, Retry-After, X-Request-Id';

const isOrigin = (text: string) => URL.parse(text)?.origin === text;

/** The web pages that may call the API, by exact origin. `null`, `*` and reflection do not exist here. */
export class Origins {
  readonly #known: ReadonlySet<string>;

  constructor(origins: readonly string[]) {
    const wrong = origins.filter((origin) => !isOrigin(origin));
    if (wrong.length > 0) throw new ConfigError(wrong.map((origin) => `not an origin for CORS: ${origin}`));
    this.#known = new Set(origins);
  }

  /** Lets a known page read the answer. Others get the answer too, but their browser hides it from them. */
  greet({ headers }: Request, response: Response): void {
    if (headers.origin === undefined || !this.#known.has(headers.origin)) return;
    response.setHeader('access-control-allow-origin', headers.origin);
    response.setHeader('access-control-expose-headers', exposed);
  }

  /** What a browser is told that asks first; null when this is no such question, or not from a known page. */
  preflight({ method, headers }: Request): Readonly<Record<string, string>> | null {
    const asks = method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
    return asks && headers.origin !== undefined && this.#known.has(headers.origin) ? allowed : null;
  }
}
