import type { LookupAddress } from 'node:dns';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { LookupFunction } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { BlockedAddressError, createGuardedLookup, type Resolve } from '@intexuraos/public-web';
import { closed, listening } from '@intexuraos/testing';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PageReader } from '../../ports.ts';
import { createPageReader } from './page-reader.ts';

const page = `<!doctype html><html><head><meta charset="utf-8"><title>Plain &amp; simple</title>
<meta property="og:title" content="The  title&#x202e;"><meta name="description" content="About it">
<meta property="og:image" content="/pic.png"></head><body><meta property="og:title" content="Spam"></body>`;

const bomb = gzipSync(Buffer.concat([Buffer.from('<title>Bomb</title>'), Buffer.alloc(100_000_000)]));

const answers: Record<string, (response: ServerResponse, url: URL) => void> = {
  '/page': (response) => html(response, page),
  '/plain': (response) => html(response, '<title>Only a title</title><p>text'),
  '/nothing': (response) => html(response, 'no tags at all'),
  '/latin': (response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=iso-8859-2' });
    response.end(Buffer.from('<title>Za\xbf\xf3\xb3\xe6</title>', 'latin1'));
  },
  '/json': (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
  '/missing': (response) => response.writeHead(404, { 'content-type': 'text/html' }).end('<title>No</title>'),
  '/endless': (response) => endless(response),
  '/slow': (response) => void response.writeHead(200, { 'content-type': 'text/html' }).write('<title>'),
  '/bomb': (response) => {
    packed(response, 'gzip', bomb);
  },
  '/gzip': (response) => packed(response, 'gzip', gzipSync(page)),
  '/br': (response) => packed(response, 'br', brotliCompressSync(page)),
  '/deflate': (response) => packed(response, 'deflate', deflateSync(page)),
  '/odd': (response) => packed(response, 'gzip, gzip', gzipSync(gzipSync(page))),
  '/torn': (response) => packed(response, 'gzip', Buffer.from('this is no gzip')),
  '/utf16': (response) => html(response, Buffer.from(`\ufeff${'<title>Zażółć</title>'}`, 'utf16le')),
  '/meta': (response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(Buffer.from('<meta charset="windows-1250"><title>Za\xbf\xf3\xb3\xe6</title>', 'latin1'));
  },
  '/unknown-charset': (response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=klingon' }).end('<title>Zażółć</title>');
  },
  '/redirect': (response, url) => redirect(response, url.searchParams.get('to') ?? ''),
  '/loop': (response) => redirect(response, '/loop'),
};

let server: Server;
let origin: string;
let visits: string[];
const readers: PageReader[] = [];
const reader = (settings: Partial<Parameters<typeof createPageReader>[0]> = {}) => {
  const made = createPageReader({ allowedOrigins: [origin], deadlineMs: 3_000, ...settings });
  readers.push(made);
  return made;
};

beforeEach(async () => {
  visits = [];
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', origin);
    visits.push(`${url.pathname}`);
    answers[url.pathname]?.(response, url);
  });
  origin = await listening(server);
});
afterEach(async () => {
  await closed(server);
  for (const made of readers.splice(0)) await made.close();
});

describe('what a page says about itself', () => {
  test.each([
    ['/page', { title: 'The title', description: 'About it' }],
    ['/plain', { title: 'Only a title' }],
    ['/nothing', {}],
    ['/latin', { title: 'Zażółć' }],
    ['/meta', { title: 'Zażółć' }],
    ['/utf16', { title: 'Zażółć' }],
    ['/unknown-charset', { title: 'Zażółć' }],
    ['/gzip', { title: 'The title', description: 'About it' }],
    ['/br', { title: 'The title', description: 'About it' }],
    ['/deflate', { title: 'The title', description: 'About it' }],
    ['/redirect?to=/page', { title: 'The title', description: 'About it' }],
  ])('%s', async (path, facts) => {
    expect(await reader().read(origin + path)).toEqual({ outcome: 'read', facts });
  });

  test('an image over https is kept, with its whole address', async () => {
    answers['/image'] = (response) =>
      html(
        response,
        '<meta property="og:image" content="//cdn.example.com/a.png"><meta property="og:image" content="x">',
      );
    expect(await reader().read(`${origin}/image`)).toMatchObject({ facts: {} });
    answers['/image'] = (response) =>
      html(response, '<meta property="og:image" content="https://cdn.example.com/a.png">');
    expect(await reader().read(`${origin}/image`)).toMatchObject({
      facts: { imageUrl: 'https://cdn.example.com/a.png' },
    });
    answers['/image'] = (response) => html(response, '<meta property="og:image" content="https://192.168.0.1/a.png">');
    expect(await reader().read(`${origin}/image`)).toEqual({ outcome: 'read', facts: {} });
  });
});

describe('what cannot be read', () => {
  test.each([
    ['/json', 'it is not a page'],
    ['/missing', 'it answered 404'],
    ['/slow', 'it took too long'],
    ['/odd', 'it is packed in a way that we do not know (gzip, gzip)'],
    ['/torn', 'it cannot be unpacked'],
    ['/loop', 'more than 3 redirects'],
  ])('%s: %s', async (path, reason) => {
    expect(await reader().read(origin + path)).toEqual({ outcome: 'unreadable', reason });
  });

  test('of a page without end the first megabyte is read', async () => {
    expect(await reader().read(`${origin}/endless`)).toEqual({ outcome: 'read', facts: { title: 'Endless' } });
  });

  test('of a bomb the first megabyte is unpacked', async () => {
    const before = process.memoryUsage().arrayBuffers;
    expect(await reader().read(`${origin}/bomb`)).toEqual({ outcome: 'read', facts: { title: 'Bomb' } });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  test('a host that is not there', async () => {
    expect(await reader().read('https://nowhere.invalid/')).toEqual({ outcome: 'unreadable', reason: 'no connection' });
  });
});

describe('where we do not go', () => {
  test.each([
    'http://169.254.169.254/',
    'https://[::1]/',
    'https://10.0.0.1/',
    'https://metadata.google.internal/',
    'http://example.com/',
  ])('%s', async (url) => {
    expect(await reader().read(url)).toMatchObject({ outcome: 'blocked' });
    expect(await reader().read(`${origin}/redirect?to=${encodeURIComponent(url)}`)).toMatchObject({
      outcome: 'blocked',
    });
  });

  test('a machine of ours that nobody allowed', async () => {
    expect(await reader({ allowedOrigins: [] }).read(`${origin}/page`)).toMatchObject({ outcome: 'blocked' });
    expect(visits).toEqual([]);
  });

  test('a public name that resolves to a private address', async () => {
    const lookup = createGuardedLookup(resolving([{ address: '127.0.0.1', family: 4 }]));
    expect(await reader({ lookup }).read('https://rebinding.example.com/')).toEqual({
      outcome: 'blocked',
      reason: 'rebinding.example.com is not at a public address',
    });
  });

  test('a name with one public and one private address', async () => {
    const both = [publicAddress, { address: '10.0.0.1', family: 4 }];
    expect(await lookedUp(createGuardedLookup(resolving(both)))).toBeInstanceOf(BlockedAddressError);
  });

  test('a name is resolved once for a connection, so its second answer comes too late', async () => {
    const answers = [[publicAddress], [{ address: '127.0.0.1', family: 4 }]];
    const rebinding: Resolve = (_host, _options, done) => done(null, answers.shift() ?? []);
    expect(await lookedUp(createGuardedLookup(rebinding))).toEqual([publicAddress]);
    expect(answers).toHaveLength(1);
  });
});

const publicAddress = { address: '93.184.216.34', family: 4 };

/** A resolver that knows one answer. */
const resolving =
  (addresses: LookupAddress[]): Resolve =>
  (_host, _options, done) =>
    done(null, addresses);

/** What a socket would be given: the addresses, or the error. */
const lookedUp = (lookup: LookupFunction) =>
  new Promise((resolve) => lookup('h.example.com', { all: true }, (error, addresses) => resolve(error ?? addresses)));

const packed = (response: ServerResponse, encoding: string, bytes: Buffer) =>
  response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding }).end(bytes);

const html = (response: ServerResponse, text: string | Buffer) =>
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(text);

const redirect = (response: ServerResponse, location: string) => response.writeHead(302, { location }).end();

function endless(response: ServerResponse) {
  response.writeHead(200, { 'content-type': 'text/html' });
  response.write('<title>Endless</title>');
  const more = () => {
    while (!response.destroyed && response.write('<p>more</p>'.repeat(1_000)));
  };
  response.on('drain', more);
  more();
}
