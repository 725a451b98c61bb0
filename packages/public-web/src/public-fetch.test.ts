import { createServer, type Server } from 'node:http';
import { closed, listening } from '@intexuraos/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createGuardedLookup } from './guarded-lookup.ts';
import { createPublicFetch } from './public-fetch.ts';

let server: Server;
let url: string;
let asked = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked += 1;
    if (request.url === '/away') response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    else request.pipe(response.writeHead(200, { 'content-type': 'text/plain' }));
  });
  url = await listening(server);
});

afterAll(() => closed(server));

const toLoopback = createGuardedLookup((_host, _options, callback) =>
  callback(null, [{ address: '127.0.0.1', family: 4 }]),
);

describe('a person names the URL', () => {
  test.each([
    'http://169.254.169.254/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://[::ffff:10.0.0.1]/',
    'https://metadata.google.internal/',
    'https://user@host.example/',
    'https://host.example:22/',
    'file:///etc/passwd',
    'http://localhost:1234/',
  ])('%s is not asked', async (url) => {
    await expect(createPublicFetch({ loopbackAllowed: false })(url)).rejects.toThrow('is not asked');
  });

  test('a public name that leads to this machine is refused when the connection is made', async () => {
    const before = asked;
    const rebound = createPublicFetch({ loopbackAllowed: false, lookup: toLoopback });
    await expect(rebound('https://rebound.example/')).rejects.toThrow('fetch failed');
    expect(asked).toBe(before);
  });

  test('this machine is asked where that was allowed, with method, headers and body', async () => {
    const near = createPublicFetch({ loopbackAllowed: true });
    const response = await near(`${url}/`, {
      method: 'POST',
      body: 'hello',
      headers: { 'x-a': 'b' },
    });
    expect([response.status, await response.text()]).toEqual([200, 'hello']);
  });

  test('a redirect is not followed', async () => {
    await expect(createPublicFetch({ loopbackAllowed: true })(`${url}/away`)).rejects.toThrow('fetch failed');
  });
});
