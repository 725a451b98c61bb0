import { unauthorized } from './refusals.ts';

const tokenBytesMax = 4096;
const form = /^Bearer +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i;

/** The one token of the header. A header that came twice holds a comma, and so has not the form. */
export function bearerToken(authorization: string | undefined): string {
  if (authorization === undefined) throw unauthorized('no token');
  const token = authorization.length <= tokenBytesMax + 'Bearer '.length ? form.exec(authorization)?.[1] : undefined;
  if (token === undefined) throw unauthorized('not one bearer token of three parts');
  return token;
}
