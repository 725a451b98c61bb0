import { get, type IncomingMessage } from 'node:http';
import { AppError } from '@intexuraos/kernel';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startToyServer, type ToyServer } from './testing/start-toy-server.ts';

let server: ToyServer;
const begin = async (streams = {}) => {
  server = await startToyServer({ streams, drainMs: 2_000 });
};
beforeEach(() => begin());
afterEach(() => server.close());

interface Reader {
  readonly response: IncomingMessage;
  readonly text: () => string;
  readonly ended: Promise<void>;
  hangUp(): void;
}

async function read(more: Readonly<Record<string, string>> = {}): Promise<Reader> {
  const headers = { ...(await server.user()), ...more };
  return new Promise((resolve, reject) => {
    const request = get(`${server.url}/toys/stream`, { headers, agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8');
      });
      const ended = new Promise<void>((done) => response.on('close', () => done()));
      resolve({ response, text: () => text, ended, hangUp: () => void request.destroy() });
    });
    request.on('error', reject);
  });
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

test('sends events in the wire form of server-sent events', async () => {
  const reader = await read();
  expect(reader.response.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  });
  server.toy.streams[0]?.send({ id: '7', event: 'moved', data: { text: 'two\nlines' } });
  await until(() => reader.text().includes('moved'));
  expect(reader.text()).toBe('retry: 2000\n\nid: 7\nevent: moved\ndata: {"text":"two\\nlines"}\n\n');
});

test('an id or a name cannot smuggle in another event', async () => {
  const reader = await read();
  server.toy.streams[0]?.send({ id: '1\nevent: evil', event: 'a\r\ndata: evil', data: null });
  await until(() => reader.text().includes('data: null'));
  expect(reader.text()).not.toMatch(/^(event|data): evil/m);
});

test('tells the handler where the caller stopped reading', async () => {
  await read({ 'last-event-id': '41' });
  await read({ 'last-event-id': 'x'.repeat(257) });
  await read();
  expect(server.toy.streams.map(({ lastEventId }) => lastEventId)).toEqual(['41', null, null]);
});

test('is undone once, when the caller hangs up', async () => {
  const reader = await read();
  reader.hangUp();
  await until(() => server.toy.closedStreams === 1);
  server.toy.streams[0]?.send({ event: 'late', data: 1 });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(server.toy.closedStreams).toBe(1);
});

test('is refused with a status, not with an empty stream', async () => {
  expect((await server.call({ path: '/toys/stream' })).status).toBe(401);
  server.toy.failNext = new AppError('UNAVAILABLE', 'Later');
  expect((await server.call({ path: '/toys/stream', headers: await server.user() })).status).toBe(503);
});

test('a quiet stream has heartbeats', async () => {
  await server.close();
  await begin({ heartbeatMs: 20 });
  const reader = await read();
  await until(() => reader.text().includes(':\n\n:'));
  expect(reader.text()).toMatch(/^retry: 2000\n\n(:\n\n)+/);
});

test('ends at its age, so that nobody reads longer than their token allows', async () => {
  await server.close();
  await begin({ ageMaxMs: 30 });
  const reader = await read();
  await reader.ended;
  await until(() => server.toy.closedStreams === 1);
  expect(reader.text()).toBe('retry: 2000\n\n');
});

test('a reader who does not read is cut off, and memory stays', async () => {
  await server.close();
  await begin({ bufferedBytesMax: 100_000 });
  const reader = await read();
  reader.response.pause();
  const data = 'x'.repeat(50_000);
  for (let sent = 0; sent < 1_000 && server.toy.closedStreams === 0; sent += 1) {
    server.toy.streams[0]?.send({ event: 'big', data });
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(server.toy.closedStreams).toBe(1);
  reader.hangUp();
});

test('one person’s streams are bounded, and a closed one makes room', async () => {
  await server.close();
  await begin({ perPersonMax: 2 });
  const first = await read();
  await read();
  const headers = await server.user();
  expect((await server.call({ path: '/toys/stream', headers })).status).toBe(429);
  first.hangUp();
  await until(() => server.toy.closedStreams === 1);
  expect((await read()).response.statusCode).toBe(200);
});

test('closing the server ends the streams at once', async () => {
  const reader = await read();
  const startedAt = Date.now();
  await server.close();
  await reader.ended;
  expect(Date.now() - startedAt).toBeLessThan(1_000);
  await begin();
});
