import { createServer, type Server } from 'node:net';
import { createGuardedLookup, createPublicAgents, type PublicWebSettings } from '@intexuraos/public-web';
import { listeningPort } from '@intexuraos/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createOutside } from './outside.ts';

let server: Server;
let port: number;
let visits = 0;
beforeAll(async () => {
  server = createServer((socket) => {
    visits += 1;
    socket.on('error', () => undefined).resume();
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
  });
  port = await listeningPort(server);
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** A name that was public when somebody looked, and leads to this machine when it is connected to. */
const rebinding = createGuardedLookup((_host, _options, callback) =>
  callback(null, [{ address: '127.0.0.1', family: 4 }]),
);

async function withOutside<T>(
  { privateHosts = [], ...settings }: PublicWebSettings & { readonly privateHosts?: readonly string[] },
  use: (outside: ReturnType<typeof createOutside>) => Promise<T>,
): Promise<T> {
  const agents = createPublicAgents(settings);
  try {
    return await use(
      createOutside(agents.allowing(privateHosts), { remainingMs: () => 2_000, signal: new AbortController().signal }),
    );
  } finally {
    await agents.close();
  }
}

const get = (url: string) => ({ url: new URL(url), method: 'GET' as const, headers: {} });

describe('D51: an address that somebody named', () => {
  test.each([
    'http://169.254.169.254/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://[::ffff:10.0.0.1]/',
    'https://metadata.google.internal/',
    'https://user@example.com/',
    'https://example.com:22/',
    'file:///etc/passwd',
    'https://rebound.example/',
  ])('%s is not asked, and that is said', async (url) => {
    const before = visits;
    await withOutside({ loopbackAllowed: false, lookup: rebinding }, (outside) =>
      expect(outside.http(get(url))).rejects.toMatchObject({ code: 'SSRF_BLOCKED' }),
    );
    expect(visits).toBe(before);
  });

  test.each(['127.0.0.1', '10.0.0.1', '::ffff:10.0.0.1', 'rebound.example'])(
    'no connection of another protocol is made to %s',
    async (host) => {
      const before = visits;
      await withOutside({ loopbackAllowed: false, lookup: rebinding }, (outside) =>
        expect(outside.socket({ host, port })).rejects.toMatchObject({ code: 'SSRF_BLOCKED' }),
      );
      expect(visits).toBe(before);
    },
  );

  test('a host in the private network is asked where the operator named it', async () => {
    await withOutside({ loopbackAllowed: false, privateHosts: ['127.0.0.1'] }, async (outside) => {
      expect(await outside.http(get(`http://127.0.0.1:${port}/`))).toMatchObject({ kind: 'response', status: 200 });
      const socket = await outside.socket({ host: '127.0.0.1', port });
      expect(socket.destroyed).toBe(false);
      socket.destroy();
    });
  });

  test('where nobody listens, it is unreachable', async () => {
    await withOutside({ loopbackAllowed: true }, (outside) =>
      expect(outside.socket({ host: '127.0.0.1', port: 1 })).rejects.toMatchObject({ code: 'UNREACHABLE' }),
    );
  });
});
