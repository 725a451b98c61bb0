import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@intexuraos/testing';
import { afterAll, expect, test } from '@jest/globals';
import { startNode, until } from '../bench/child.ts';
import { call } from '../bench/http.ts';
import { runCommand } from '../test/run-command.ts';
import { root } from '../tree/root.ts';
import { services } from './services.ts';

const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));

const bundled = await runCommand(['node', '--conditions=source', join(root, 'infra/bundle/main.ts'), 'all-in-one']);
const place = join(folder, 'bundle');
cpSync(join(root, 'apps/all-in-one/bundle'), place, { recursive: true });

const textOf = (file: string) => readFileSync(join(place, file), 'utf8');

/** The files that are loaded before the first line of the program runs. */
function loadedAtOnce(file = 'main.js', seen = new Set<string>()): ReadonlySet<string> {
  seen.add(file);
  const imported = [...textOf(file).matchAll(/\b(?:from|import)"\.\/([^"]+\.js)";/g)].map(([, next = '']) => next);
  for (const next of imported) if (!seen.has(next)) loadedAtOnce(next, seen);
  return seen;
}

/** Words that each of these libraries has among its strings. */
const libraries = /google\.firestore|google\.pubsub|grpc-node|GOOGLE_APPLICATION_CREDENTIALS|OpenAI-Organization/;

test('whoever bundles a service is told how to run it', () => {
  const stdout = expect.stringMatching(/^--.+ apps\/all-in-one\/bundle\/main\.js\n$/);
  expect(bundled).toEqual({ code: 0, stdout, output: bundled.stdout });
});

test('one machine loads no library of Google, and no language model’s before it is asked', () => {
  const [loaded, all] = [loadedAtOnce(), readdirSync(place).filter((file) => file.endsWith('.js'))];
  const heavy = all.filter((file) => libraries.test(textOf(file)));
  expect(heavy).not.toEqual([]);
  expect(heavy.filter((file) => loaded.has(file))).toEqual([]);
  expect(loaded.size).toBeGreaterThan(1);
});

test('every letter of a bundle is in ASCII, which takes half of the memory', () => {
  const files = readdirSync(place).filter((file) => file.endsWith('.js'));
  expect(files.filter((file) => readFileSync(join(place, file)).some((byte) => byte > 0x7f))).toEqual([]);
});

test('a bundled service runs where nothing else is', async () => {
  const port = await freePort();
  const variables = { PORT: String(port), INTEXURAOS_DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error' };
  const child = startNode([join(place, 'main.js')], variables);
  const ready = await until('the bundle to be ready', () =>
    call({ method: 'GET', url: `http://127.0.0.1:${port}/readyz` }),
  );
  await child.stop();
  expect([ready.status, await child.exited]).toEqual([200, 0]);
});

test('what is deployed is every app that is composed', () => {
  expect(services).toEqual([
    'action-engine',
    'actions-agent',
    'all-in-one',
    'commands-agent',
    'user-service',
    'whatsapp-service',
    'workspace',
  ]);
});
