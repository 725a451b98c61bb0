import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { listeningPort } from '@intexuraos/testing';
import { afterEach, expect, test } from '@jest/globals';
import { secrets } from './testing/start-toy-server.ts';

const main = fileURLToPath(new URL('./testing/toy-main.ts', import.meta.url));
const env = { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0', TOY_NAME: 'a', TOY_SECRET: secrets.current };
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

function start(more: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, ['--conditions=source', main], { env: { ...env, ...more } });
  running.push(child);
  let text = '';
  const hear = (chunk: Buffer) => {
    text += chunk.toString('utf8');
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const exited = once(child, 'exit').then(([code]: unknown[]) => code);
  const says = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = pattern.exec(text);
      if (found !== null) return found;
      if (child.exitCode !== null) throw new Error(`it ended, having said: ${text}`);
      await new Promise((done) => setTimeout(done, 10));
    }
  };
  const url = async () => `http://127.0.0.1:${(await says(/"port":(\d+)/))[1]}`;
  return { child, exited, says, url, text: () => text };
}

test('an unusable configuration ends with 78 and one message that names all problems', async () => {
  const service = start({ TOY_NAME: '', TOY_SECRET: '', PORT: 'http' });
  expect(await service.exited).toBe(78);
  for (const name of ['TOY_NAME is missing', 'TOY_SECRET is missing', 'PORT: ']) expect(service.text()).toContain(name);
  expect(service.text().match(/not usable/g)).toHaveLength(1);
}, 20_000);

test('a weak secret ends with 78 and is not shown', async () => {
  const service = start({ TOY_SECRET: 'hunter2' });
  expect(await service.exited).toBe(78);
  expect(service.text()).not.toContain('hunter2');
}, 20_000);

test('a port that is taken ends with 1 and is named', async () => {
  const other = createServer();
  const service = start({ PORT: String(await listeningPort(other)) });
  expect(await service.exited).toBe(1);
  expect(service.text()).toContain('EADDRINUSE');
  expect(service.text()).not.toContain('"listening"');
  other.close();
}, 20_000);

async function untilRefused(url: string): Promise<void> {
  const isServed = () =>
    fetch(`${url}/healthz`).then(
      () => true,
      () => false,
    );
  while (await isServed()) await new Promise((done) => setTimeout(done, 5));
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s lets what is under way end, takes nothing new, and ends with 0',
  async (signal) => {
    const service = start();
    const url = await service.url();
    const underWay = fetch(`${url}/slow`);
    await service.says(/slow began/);
    service.child.kill(signal);
    await untilRefused(url);
    expect((await underWay).status).toBe(200);
    expect(await service.exited).toBe(0);
    expect(service.text()).toContain('"closed"');
  },
  20_000,
);

test('a service that does not drain is not waited for for ever', async () => {
  const service = start({ TOY_FAULT: 'stuck' });
  await service.url();
  service.child.kill('SIGTERM');
  expect(await service.exited).toBe(0);
}, 20_000);

test('a rejection that nobody handles is logged and ends with 1', async () => {
  const service = start({ TOY_FAULT: 'rejection' });
  expect(await service.exited).toBe(1);
  expect(service.text()).toContain('nobody waits');
}, 20_000);
