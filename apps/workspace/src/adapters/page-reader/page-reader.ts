import type { LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { BlockedAddressError, createGuardedLookup, urlProblem } from '@intexuraos/public-web';
import { Agent, type Dispatcher, request } from 'undici';
import type { PageReader, ReadOutcome } from '../../ports.ts';
import { acceptedEncodings, unpacked } from './inflate.ts';
import { decode, readStart } from './read-body.ts';

export interface PageReaderSettings {
  /** Origins that somebody who runs this has allowed, although they are private or plain http. */
  readonly allowedOrigins: readonly string[];
  /** Tests bring their own resolver. */
  readonly lookup?: LookupFunction;
  readonly deadlineMs?: number;
}

const redirectsMax = 3;
const pageTypes = /^(?:text\/html|application\/xhtml\+xml)\b/i;
const headers = {
  accept: 'text/html,application/xhtml+xml',
  'accept-encoding': acceptedEncodings,
  'user-agent': 'intexuraos',
};
const connectTimeoutMs = 5_000;

/**
 * Reads pages that people name, so nobody can make it read what only this machine can reach: public https addresses
 * only, judged by the address that is connected to, again for each redirect; a megabyte, unpacked, and ten seconds at most.
 */
export function createPageReader({ allowedOrigins, lookup, deadlineMs = 10_000 }: PageReaderSettings): PageReader {
  const open = new Agent({ connect: { timeout: connectTimeoutMs } });
  const guarded = new Agent({ connect: { timeout: connectTimeoutMs, lookup: lookup ?? createGuardedLookup() } });
  const route = (url: URL): Dispatcher | { readonly problem: string } => {
    if (allowedOrigins.includes(url.origin)) return open;
    const problem = urlProblem(url);
    return problem === null ? guarded : { problem };
  };
  return {
    read: (url, signal) =>
      follow(url, route, AbortSignal.any([AbortSignal.timeout(deadlineMs), ...(signal ? [signal] : [])])),
    close: async () => {
      await Promise.all([open.close(), guarded.close()]);
    },
  };
}

type Route = (url: URL) => Dispatcher | { readonly problem: string };

async function follow(written: string, route: Route, signal: AbortSignal): Promise<ReadOutcome> {
  let url = URL.parse(written);
  for (let hops = 0; url && hops <= redirectsMax; hops++) {
    const dispatcher = route(url);
    if ('problem' in dispatcher) return { outcome: 'blocked', reason: dispatcher.problem };
    const page = await visit(url, dispatcher, signal);
    if ('outcome' in page) return page;
    url = URL.parse(page.location, url);
  }
  return { outcome: 'unreadable', reason: url ? `more than ${redirectsMax} redirects` : 'not a URL' };
}

async function visit(
  url: URL,
  dispatcher: Dispatcher,
  signal: AbortSignal,
): Promise<ReadOutcome | { location: string }> {
  try {
    return await fetched(await request(url, { dispatcher, signal, headers }), url);
  } catch (error) {
    if (error instanceof BlockedAddressError) return { outcome: 'blocked', reason: error.message };
    return { outcome: 'unreadable', reason: signal.aborted ? 'it took too long' : brokenOff(error) };
  }
}

/** zlib's own errors have such codes: https://nodejs.org/api/zlib.html#constants */
const brokenOff = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && /^(?:Z_|ERR__)/.test(String(error.code))
    ? 'it cannot be unpacked'
    : 'no connection';

async function fetched(answer: Dispatcher.ResponseData, url: URL): Promise<ReadOutcome | { location: string }> {
  const { statusCode, headers, body } = answer;
  const page = statusCode === 200 ? pageIn(answer) : { problem: `it answered ${statusCode}` };
  if (!('problem' in page)) {
    const html = decode(await readStart(page), String(headers['content-type']));
    const { parsePage } = await import('./parse-page.ts');
    return { outcome: 'read', facts: parsePage(html, url.href) };
  }
  body.on('error', () => undefined).destroy();
  const { location } = headers;
  if (statusCode >= 300 && statusCode < 400 && typeof location === 'string') return { location };
  return { outcome: 'unreadable', reason: page.problem };
}

function pageIn({ headers, body }: Dispatcher.ResponseData): Readable | { readonly problem: string } {
  if (!pageTypes.test(String(headers['content-type']))) return { problem: 'it is not a page' };
  const encoding = String(headers['content-encoding'] ?? 'identity').toLowerCase();
  return (
    unpacked(body, encoding) ?? { problem: `it is packed in a way that we do not know (${encoding.slice(0, 40)})` }
  );
}
