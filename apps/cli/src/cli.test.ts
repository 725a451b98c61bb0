import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { closed, listening } from '@intexuraos/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { startDeletingProxy } from './testing/deleting-proxy.ts';
import { startEditingProxy } from './testing/editing-proxy.ts';
import { runCli } from './testing/run-cli.ts';
import { type Product, startProduct } from './testing/start-product.ts';
import { startStumblingProxy } from './testing/stumbling-proxy.ts';

const Sent = z.object({ command: z.object({ id: z.string(), actionId: z.string() }) });
const Shown = z.object({ action: z.object({ status: z.string(), ask: z.object({ code: z.string() }).nullable() }) });

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, 60_000);
afterAll(() => product.stop());

const environment = () => ({ PATH: process.env['PATH'] ?? '', INTEXURAOS_DATA_DIR: product.dataDir });
const cli = (...args: readonly string[]) => runCli(args, environment());

async function send(words: string): Promise<string> {
  const { stdout } = await cli('commands', 'send', words, '--json');
  return Sent.parse(JSON.parse(stdout)).command.actionId;
}

async function shown(id: string) {
  const { stdout } = await cli('actions', 'show', id, '--json');
  return Shown.parse(JSON.parse(stdout)).action;
}

/** The code of its question, once it is asked. */
async function asked(id: string): Promise<string> {
  const { ask } = await shown(id);
  if (ask !== null) return ask.code;
  await setTimeout(50);
  return asked(id);
}

describe('a wish in words', () => {
  test('becomes an action that is shown, listed, approved by its code, and done', async () => {
    const id = await send('note: call the plumber about the leak');
    const code = await asked(id);
    const show = await cli('actions', 'show', code);
    expect(show.stdout).toContain(`Save a note? #${code}\n  call the plumber about the leak`);
    const list = await cli('actions', 'list', '--status', 'awaiting_approval');
    expect(list.stdout).toMatch(new RegExp(`${id} .* note .* #${code}  call the plumber`));
    const approve = await cli('actions', 'approve', `#${code}`, '--yes');
    expect(approve).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('Save a note?') });
    expect(approve.stdout).toMatch(/Status: completed\n {2}Result: \S*notes/);
    expect(await shown(id)).toMatchObject({ status: 'completed' });
  });

  test('is the same command when it is sent again with its key', async () => {
    const first = await cli('commands', 'send', 'todo:', 'buy', 'milk', '--key', 'k1', '--json');
    const again = await cli('commands', 'send', 'todo:', 'buy', 'milk', '--key', 'k1', '--json');
    expect(first.exitCode).toBe(0);
    expect(again).toEqual(first);
    expect(await cli('commands', 'send', 'todo: something else', '--key', 'k1')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('Idempotency-Key'),
    });
  });

  test('is not done without a yes, and not after a no', async () => {
    const id = await send('note: maybe');
    await asked(id);
    const silent = await cli('actions', 'approve', id);
    expect(silent).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('Save a note?') });
    expect(await cli('actions', 'reject', id)).toMatchObject({ exitCode: 0 });
    expect(await cli('actions', 'approve', id, '--yes')).toMatchObject({ exitCode: 5 });
    expect(await shown(id)).toMatchObject({ status: 'rejected' });
  });

  test('is not approved when it has changed since it was looked at', async () => {
    const id = await send('note: as I saw it');
    await asked(id);
    const proxy = await startEditingProxy(product.url);
    const env = { PATH: process.env['PATH'] ?? '', INTEXURAOS_TOKEN: product.token };
    const approve = await runCli(['actions', 'approve', id, '--yes', '--url', proxy.url], env);
    await proxy.close();
    expect(approve).toMatchObject({ exitCode: 5, stderr: expect.stringContaining('PRECONDITION_FAILED') });
    expect((await shown(id)).status).not.toBe('completed');
  });
});

describe('outside platforms', () => {
  test('what can be done there is listed, with what it takes for programs', async () => {
    expect((await cli('operations', 'list')).stdout).toMatch(/^email\.send_email +high risk +repeatable: no +Send/m);
    const { exitCode, stdout } = await cli('operations', 'list', '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      operations: expect.arrayContaining([expect.objectContaining({ action_type: 'post_message' })]),
    });
  });

  test('an operation is simulated, refused with its fields, and not done without an account', async () => {
    const simulated = await cli('operations', 'run', 'slack.post_message', 'channel=C1', 'text=12', '--simulate');
    expect(simulated).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('payload.text') });
    const message = '{"channel":"C1","text":"Lunch is at noon"}';
    const done = await cli('operations', 'run', 'slack.post_message', message, '--simulate');
    expect(done).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Only simulated: nothing was done.') });
    const missing = await cli('operations', 'run', 'slack.post_message', message);
    expect(missing).toMatchObject({ stdout: '', stderr: expect.stringContaining('It was not done.') });
    expect(missing.exitCode).not.toBe(0);
    expect(await cli('operations', 'run', 'fax.send', '{}')).toMatchObject({ exitCode: 4 });
    expect(await cli('operations', 'run', 'slack.post_message', 'text')).toMatchObject({ exitCode: 2 });
    expect(await cli('operations', 'run', 'slack.post_message.x', message)).toMatchObject({ exitCode: 2 });
  });

  test('an account is listed without its secret, and disconnected after a yes', async () => {
    const body = { platform: 'openai', label: 'mine', credentials: { apiKey: 'sk-a-canary-key' } };
    const made = await fetch(`${product.url}/connections`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${product.token}` },
      body: JSON.stringify(body),
    });
    expect(made.status).toBe(201);
    const list = await cli('connections', 'list', '--json');
    expect(list.stdout).not.toContain('canary');
    const Listed = z.object({ connections: z.array(z.object({ id: z.string(), label: z.string() })) });
    const { id = '' } = Listed.parse(JSON.parse(list.stdout)).connections.find(({ label }) => label === 'mine') ?? {};
    expect(await cli('connections', 'remove', id)).toMatchObject({ exitCode: 2, stdout: '' });
    expect(await cli('connections', 'remove', id, '--yes')).toMatchObject({ exitCode: 0 });
    expect(await cli('connections', 'remove', id, '--yes')).toMatchObject({ exitCode: 4 });
    expect((await cli('connections', 'list')).stdout).not.toContain('mine');
  });
});

test('watching shows changes as they happen', async () => {
  let isWatching = true;
  const watching = runCli(['actions', 'watch', '--count', '1', '--json'], environment()).finally(() => {
    isWatching = false;
  });
  const sent: string[] = [];
  while (isWatching) sent.push(await send(`note: watch me, ${sent.length}`));
  const { exitCode, stdout } = await watching;
  expect(exitCode).toBe(0);
  expect(sent).toContain(z.object({ actionId: z.string() }).parse(JSON.parse(stdout)).actionId);
});

test('watching tells of what has been deleted, goes on, and ends where nobody is signed in any more', async () => {
  const proxy = await startDeletingProxy(product.url);
  let isWatching = true;
  const env = { PATH: process.env['PATH'] ?? '', INTEXURAOS_TOKEN: product.token };
  const watching = runCli(['actions', 'watch', '--url', proxy.url], env).finally(() => {
    isWatching = false;
  });
  while (isWatching) await send('note: gone before you look');
  const { exitCode, stdout, stderr } = await watching;
  await proxy.close();
  expect(stdout).toMatch(/^[0-9a-f-]{36} {2}\w+ {2}deleted$/m);
  expect({ exitCode, stderr }).toEqual({ exitCode: 3, stderr: expect.stringContaining('UNAUTHORIZED') });
});

test('watching tells of a failure that passes, and tries again', async () => {
  const proxy = await startStumblingProxy(product.url);
  let isWatching = true;
  const env = { PATH: process.env['PATH'] ?? '', INTEXURAOS_TOKEN: product.token };
  const watching = runCli(['actions', 'watch', '--count', '2', '--url', proxy.url], env).finally(() => {
    isWatching = false;
  });
  while (isWatching) await send('note: seen at the second look');
  const { exitCode, stdout, stderr } = await watching;
  await proxy.close();
  expect(exitCode).toBe(0);
  expect(stdout.match(/ note {6}.*seen at the second look$/gm)).toHaveLength(2);
  expect(stderr.match(/^Trying again: The server answered 503$/gm)).toHaveLength(2);
}, 60_000);

test('an approval whose first attempt failed is not done, and says that it goes on', async () => {
  const target = createServer((_, response) => response.writeHead(503).end());
  const own = await startProduct({ INTEXURAOS_NOTES_AGENT_URL: await listening(target) });
  const env = { PATH: process.env['PATH'] ?? '', INTEXURAOS_DATA_DIR: own.dataDir };
  const { stdout } = await runCli(['commands', 'send', 'note: to be tried again', '--json'], env);
  const id = Sent.parse(JSON.parse(stdout)).command.actionId;
  const approve = await runCli(['actions', 'approve', id, '--yes'], env);
  await own.stop();
  await closed(target);
  expect(approve).toMatchObject({ exitCode: 6, stdout: expect.stringContaining('Not done yet, it is tried again') });
}, 60_000);

test('Ctrl-C ends watching in good order', async () => {
  let isWatching = true;
  const watching = runCli(['actions', 'watch'], environment(), (child) => {
    child.stdout?.once('data', () => child.kill('SIGINT'));
  }).finally(() => {
    isWatching = false;
  });
  while (isWatching) await send('note: watch me until Ctrl-C');
  expect(await watching).toMatchObject({ exitCode: 0, stderr: '' });
});

describe('what cannot be done is said, with a code for the shell', () => {
  test.each([
    [['nonsense'], 2, 'There is no "nonsense"'],
    [['actions', 'show'], 2, 'ID|CODE'],
    [['actions', 'list', '--colour', 'red'], 2, '--colour'],
    [['actions', 'list', '--status', 'bogus'], 2, 'status'],
    [['actions', 'watch', '--count', '0'], 2, '--count'],
    [['actions', 'list', '--url', 'ftp://example.org'], 2, 'ftp://example.org'],
    [['actions', 'list', '--url', 'http://127.0.0.1:1'], 3, 'INTEXURAOS_TOKEN'],
    [['actions', 'list', '--data-dir', 'no-such-folder'], 3, 'npm start'],
    [['actions', 'show', 'ZZZZZ'], 4, '#ZZZZZ'],
    [['actions', 'show', 'no-such-action'], 4, 'NOT_FOUND'],
  ] as const)('%j ends with %i', async (args, exitCode, text) => {
    expect(await cli(...args)).toMatchObject({ exitCode, stdout: '', stderr: expect.stringContaining(text) });
  });

  test('a token that is not one is 3, and a place where nothing runs is 1', async () => {
    const env = { PATH: process.env['PATH'] ?? '', INTEXURAOS_TOKEN: 'not-a-token' };
    expect(await runCli(['actions', 'list', '--url', product.url], env)).toMatchObject({ exitCode: 3 });
    expect(await runCli(['actions', 'list', '--url', 'http://127.0.0.1:1'], env)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('Is it running?'),
    });
  });

  test('help names every command', async () => {
    const { exitCode, stdout } = await cli('help');
    expect(exitCode).toBe(0);
    for (const words of ['actions list', 'actions show', 'actions approve', 'actions reject', 'actions watch'])
      expect(stdout).toContain(words);
    expect(stdout).toContain('commands send');
  });
});
