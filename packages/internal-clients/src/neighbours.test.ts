import { readdirSync } from 'node:fs';
import { afterEach, expect, test } from '@jest/globals';
import { actionEngine } from './action-engine/index.ts';
import { actionsAgent } from './actions-agent/index.ts';
import { bookmarksAgent } from './bookmarks-agent/index.ts';
import { calendarAgent } from './calendar-agent/index.ts';
import { commandsAgent } from './commands-agent/index.ts';
import { createNeighbours } from './create-neighbours.ts';
import type { Connect } from './define.ts';
import { linearAgent } from './linear-agent/index.ts';
import { notesAgent } from './notes-agent/index.ts';
import { researchAgent } from './research-agent/index.ts';
import { createFaultyServer } from './testing/index.ts';
import { todosAgent } from './todos-agent/index.ts';
import { userService } from './user-service/index.ts';

const neighbours = [
  actionEngine,
  actionsAgent,
  bookmarksAgent,
  calendarAgent,
  commandsAgent,
  linearAgent,
  notesAgent,
  researchAgent,
  todosAgent,
  userService,
];

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function connected(data: object) {
  const server = await createFaultyServer(data);
  const urls = Object.fromEntries(neighbours.map(({ urlEnv }) => [urlEnv, server.url]));
  const line = createNeighbours({ urls, internalAuthToken: 'x'.repeat(32) });
  closing.push(
    () => server.close(),
    () => line.close(),
  );
  return { server, connect: line.connect };
}

test('each folder is one neighbour, and its variable has its name', () => {
  const notNeighbours = ['testing'];
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !notNeighbours.includes(entry.name))
    .map(({ name }) => name);
  expect(neighbours.map(({ name }) => name).sort()).toEqual(folders.sort());
  for (const { name, urlEnv } of neighbours)
    expect(urlEnv).toBe(`INTEXURAOS_${name.toUpperCase().replace('-', '_')}_URL`);
});

const feedback = { status: 'completed', message: 'Done', resourceUrl: '/#/x/1' };
const event = {
  summary: 'Dentist',
  start: '2026-11-23T15:00:00+01:00',
  end: '2026-11-23T16:00:00+01:00',
  timeZone: 'Europe/Warsaw',
};
const action = { id: 'a1', userId: 'anna', text: 'Login is broken' };
const rendered = { platform: 'gmail', action_type: 'send_email', connection: 'c1', payload: {}, digest: 'd' };
const origin = { source: 'actions-agent', sourceId: 'a1' };

test.each<[string, object, (connect: Connect) => Promise<unknown>]>([
  [
    'POST /internal/actions',
    { id: 'a1', status: 'pending' },
    (connect) =>
      connect(actionsAgent).create({
        userId: 'anna',
        commandId: 'web:1',
        type: 'note',
        title: 'Idea',
        confidence: 0.95,
        payload: { prompt: 'Idea' },
      }),
  ],
  [
    'POST /internal/todos',
    feedback,
    (connect) => connect(todosAgent).create({ userId: 'anna', title: 'Milk', tags: [], ...origin }),
  ],
  [
    'POST /internal/notes',
    feedback,
    (connect) => connect(notesAgent).create({ userId: 'anna', title: 'Idea', content: 'More', tags: [], ...origin }),
  ],
  [
    'GET /internal/notes?userId=anna',
    { notes: [{ id: 'n1', title: 'Idea', content: 'More' }] },
    (connect) => connect(notesAgent).newest('anna'),
  ],
  [
    'GET /internal/users/anna/address-book',
    { entries: [{ id: 'e1', name: 'Ana', address: 'ana@example.com' }] },
    (connect) => connect(userService).addressBook('anna'),
  ],
  [
    'POST /internal/research/draft',
    feedback,
    (connect) =>
      connect(researchAgent).draft({
        userId: 'anna',
        title: 'Bees',
        prompt: 'p',
        originalMessage: 'm',
        sourceActionId: 'a1',
      }),
  ],
  [
    'POST /internal/bookmarks',
    { id: 'b1', url: 'https://example.com/' },
    (connect) => connect(bookmarksAgent).create({ userId: 'anna', url: 'https://example.com/', ...origin }),
  ],
  [
    'POST /internal/bookmarks/b%2F1/force-refresh',
    { id: 'b1', url: 'https://example.com/', status: 'refreshed' },
    (connect) => connect(bookmarksAgent).forceRefresh('b/1'),
  ],
  [
    'POST /internal/calendar/preview',
    { ...event, status: 'ready', reasoning: 'said so' },
    (connect) =>
      connect(calendarAgent).preview({
        actionId: 'a1',
        userId: 'anna',
        text: 't',
        currentDate: event.start,
        timeZone: 'UTC',
        language: 'en',
      }),
  ],
  [
    'POST /internal/calendar/process-action',
    feedback,
    (connect) => connect(calendarAgent).processAction({ action: { id: 'a1', userId: 'anna', prepared: event } }),
  ],
  [
    'POST /internal/linear/preview',
    { status: 'ready', title: 'Login', reasoning: 'said so' },
    (connect) => connect(linearAgent).preview({ action }),
  ],
  [
    'POST /internal/linear/process-action',
    feedback,
    (connect) => connect(linearAgent).processAction({ action: { ...action, prepared: { title: 'Login' } } }),
  ],
  [
    'POST /internal/operations/preview',
    { status: 'failed', problem: 'no account' },
    (connect) => connect(actionEngine).preview({ userId: 'anna', action_type: 'send_email', payload: {} }),
  ],
  [
    'POST /internal/operations/perform',
    { outcome: 'running', retryAfterMs: 1 },
    (connect) => connect(actionEngine).perform({ ...rendered, userId: 'anna', actionId: 'a1' }),
  ],
  [
    'GET /internal/commands/whatsapp%3Awamid.A%2FB%3D%3D',
    { command: { id: 'c', text: 't', sourceType: 's' } },
    (connect) => connect(commandsAgent).get('whatsapp:wamid.A/B=='),
  ],
  [
    'POST /internal/commands',
    { command: { id: 'c', text: 't', sourceType: 's' } },
    (connect) =>
      connect(commandsAgent).recordCorrection({
        userId: 'anna',
        externalId: 't1',
        text: 't',
        correction: { commandId: 'c', actionId: 'a1', fromType: 'note', toType: 'todo' },
      }),
  ],
  [
    'GET /internal/users/auth0%7C5f/settings',
    { userId: 'auth0|5f', timeZone: 'UTC', language: 'en' },
    (connect) => connect(userService).settings('auth0|5f'),
  ],
  [
    'GET /internal/users/anna/llm-keys',
    { keys: [{ provider: 'openai', apiKey: 'sk' }] },
    (connect) => connect(userService).llmKeys('anna'),
  ],
  [
    'POST /internal/users/anna/llm-keys/openai/last-used',
    {},
    (connect) => connect(userService).llmKeyUsed('anna', 'openai'),
  ],
  [
    'GET /internal/users/by-whatsapp?bsuid=PL.1&phone=%2B48123',
    { person: null },
    (connect) => connect(userService).findByWhatsApp({ phone: '+48123', bsuid: 'PL.1' }),
  ],
  [
    'GET /internal/users/anna/contact',
    { contact: { phone: '+48123' } },
    (connect) => connect(userService).contactOf('anna'),
  ],
])('%s is called and its answer understood', async (line, answer, call) => {
  const { server, connect } = await connected(answer);
  expect(await call(connect)).toMatchObject({ kind: 'answered' });
  expect(server.received.map(({ method, path }) => `${method} ${path}`)).toEqual([line]);
});

test('a person whom nobody knows is null, not a failure', async () => {
  const { connect } = await connected({ person: null, contact: null });
  expect(await connect(userService).findByWhatsApp({ phone: '+1' })).toEqual({ kind: 'answered', data: null });
  expect(await connect(userService).contactOf('nobody')).toEqual({ kind: 'answered', data: null });
});
