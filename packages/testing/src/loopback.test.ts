import { createServer } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import { closed, freePort, listening, listeningPort } from './loopback.ts';

const greeter = () => createServer((_, response) => response.end('hello'));
const silent = () => createServer(() => undefined);

test('a server answers at its address, and no more once it is closed', async () => {
  const server = greeter();
  const url = await listening(server);
  expect(await (await fetch(url)).text()).toBe('hello');
  await closed(server);
  await expect(fetch(url)).rejects.toThrow('fetch failed');
});

test('a port that is taken is told', async () => {
  const server = greeter();
  const port = await listeningPort(server);
  await expect(listening(greeter(), port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await closed(server);
});

test('closing cuts who still waits for an answer', async () => {
  const server = silent();
  const waiting = fetch(await listening(server)).catch((error: unknown) => error);
  while ((await connectionsOf(server)) === 0) await new Promise((resolve) => setTimeout(resolve, 2));
  await closed(server);
  expect(await waiting).toMatchObject({ message: 'fetch failed' });
});

test('a free port can be taken, again and again', async () => {
  const port = await freePort();
  for (let round = 0; round < 2; round += 1) {
    const server = greeter();
    expect(await listening(server, port)).toBe(`http://127.0.0.1:${port}`);
    await closed(server);
  }
});

const worker = process.env['JEST_WORKER_ID'];
afterEach(() => {
  process.env['JEST_WORKER_ID'] = worker;
});

test('a port is given to one only, whichever workers ask at the same time', async () => {
  const ports: number[] = [];
  for (const id of ['1', '2', '3']) {
    process.env['JEST_WORKER_ID'] = id;
    for (let draw = 0; draw < 300; draw += 1) ports.push(await freePort());
  }
  expect(new Set(ports).size).toBe(ports.length);
});

function connectionsOf(server: ReturnType<typeof silent>): Promise<number> {
  return new Promise((resolve, reject) =>
    server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );
}
