import { z } from 'zod';

/** RFC 9110 5.1 */
const headerName = /^[\w!#$%&'*+.^`|~-]{1,100}$/;
/** What the connection itself writes. */
const reserved = /^(host|content-length|transfer-encoding|connection|keep-alive|upgrade|te|trailer|expect|proxy-.*)$/i;
const HeaderName = z
  .string()
  .regex(headerName, 'expected the name of a header')
  .refine((name) => !reserved.test(name), 'this header is not for senders');
const HeaderValue = z
  .string()
  .max(8_000)
  .regex(/^[\t\x20-\x7e\x80-\xff]*$/, 'expected one line');
const Headers = z.record(HeaderName, HeaderValue);

export const Credentials = z.strictObject({
  headers: Headers.default({}).meta({
    description: 'headers that are secret and go with every request: authorization',
    writeOnly: true,
  }),
});
export type Credentials = z.infer<typeof Credentials>;

const Host = z
  .string()
  .regex(
    /^[a-z0-9.-]+(:\d{1,5})?$/,
    'expected a host like "api.example.com", in small letters, with its port if it is not 443',
  );

export const Settings = z.strictObject({
  allowed_hosts: z.array(Host).min(1).max(50).describe('the only hosts that are asked'),
  base_url: z.url().optional().describe('what a URL that begins with / is meant to follow'),
});
export type Settings = z.infer<typeof Settings>;

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const bodyCharsMax = 200_000;

const Url = z
  .string()
  .max(4_000)
  .refine(
    (text) => text.startsWith('/') || isPlainUrl(text),
    'expected an https URL without a user, or a path like "/items"',
  );

export const Request = z
  .strictObject({
    method: z.enum(methods).describe('GET reads, the others change'),
    url: Url.describe('the URL, or a path below the account’s base URL'),
    headers: Headers.default({}).describe('headers that are no secret'),
    body: z
      .json()
      .refine((body) => JSON.stringify(body).length <= bodyCharsMax, `expected at most ${bodyCharsMax} characters`)
      .optional()
      .describe('text as it is, anything else as JSON'),
    idempotency_header: HeaderName.optional().describe(
      'where the host takes a key and does the same request once: the header for it, Idempotency-Key',
    ),
  })
  .refine(({ method, body }) => method !== 'GET' || body === undefined, {
    path: ['body'],
    error: 'a GET has no body',
  });
export type Request = z.infer<typeof Request>;

export const Answer = z.object({ status: z.int(), content_type: z.string(), body: z.json() });
export type Answer = z.infer<typeof Answer>;

function isPlainUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}
