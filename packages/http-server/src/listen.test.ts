import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { startToyServer } from './testing/start-toy-server.ts';

test('a port that is taken rejects', async () => {
  const server = await startToyServer();
  await expect(startToyServer({ port: Number(new URL(server.url).port) })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
  await server.close();
});

describe('closing', () => {
  const kept = (url: string, agent: Agent, path = '/readyz') =>
    new Promise<number | undefined>((resolve, reject) => {
      get(url + path, { agent }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode));
      }).on('error', reject);
    });

  test('waits for requests under way, and for connections kept alive not at all', async () => {
    const server = await startToyServer();
    let open = () => {};
    server.toy.gate = new Promise((resolve) => {
      open = resolve;
    });
    const agent = new Agent({ keepAlive: true });
    expect(await kept(server.url, agent)).toBe(200);
    const underWay = kept(server.url, agent, '/slow');
    while (!server.toy.handled.includes('slow')) await new Promise((resolve) => setTimeout(resolve, 5));
    const closing = server.close();
    await expect(kept(server.url, new Agent())).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    open();
    expect(await underWay).toBe(200);
    const startedAt = Date.now();
    await closing;
    expect(Date.now() - startedAt).toBeLessThan(1_000);
    agent.destroy();
  });
  test('cuts what does not end in time', async () => {
    const server = await startToyServer({ drainMs: 100 });
    server.toy.gate = new Promise(() => {});
    const underWay = server.call({ path: '/slow' }).catch(({ code }: { code: string }) => code);
    while (!server.toy.handled.includes('slow')) await new Promise((resolve) => setTimeout(resolve, 5));
    await server.close();
    expect(await underWay).toBe('ECONNRESET');
  });
});

test('a pipelined request behind a refused one gets its own answer: no body is taken for a request', async () => {
  const server = await startToyServer();
  const { port } = new URL(server.url);
  const inner = 'GET /internal/toys HTTP/1.1\r\nhost: x\r\n\r\n';
  const text = `POST /toys/t1 HTTP/1.1\r\nhost: x\r\ncontent-length: ${inner.length}\r\n\r\n${inner}GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`;
  const answer = await new Promise<string>((resolve) => {
    let read = '';
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => {
      read += chunk.toString('utf8');
    });
    socket.on('close', () => resolve(read));
  });
  expect([...answer.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(['401', '200']);
  await server.close();
});

test('a body that breaks off runs nothing and is nobody’s error', async () => {
  const server = await startToyServer();
  const { authorization } = await server.user();
  const head = `POST /toys/t1 HTTP/1.1\r\nhost: x\r\nauthorization: ${authorization}\r\ncontent-type: application/json\r\n`;
  const { port } = new URL(server.url);
  const socket = connect(Number(port), '127.0.0.1');
  await new Promise((resolve) => socket.write(`${head}content-length: 100\r\n\r\n{"title":`, resolve));
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.destroy();
  while (!server.logged().includes('"request"')) await new Promise((resolve) => setTimeout(resolve, 5));
  expect([server.toy.handled, server.logged()]).toEqual([[], expect.not.stringContaining('ERROR')]);
  await server.close();
});
