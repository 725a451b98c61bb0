import { notesAgent } from '@intexuraos/internal-clients/notes-agent';
import { createManualClock, type ManualClock } from '@intexuraos/testing';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type EngineStandIn, openActionEngine, readyFrom } from './testing/action-engine.ts';
import { type Served, serve } from './testing/serve.ts';

const minuteMs = 60_000;
const note = { userId: 'anna', source: 'actions-agent', sourceId: 'a1', title: 'Bees', content: 'Buzz', tags: [] };
const Items = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      pending: z.boolean(),
      problem: z.string().nullable(),
      found: z.record(z.string(), z.unknown()).nullable(),
      can: z.array(z.string()),
    }),
  ),
});

let clock: ManualClock;
let engine: EngineStandIn;
let app: Served;
beforeEach(async () => {
  clock = createManualClock(Date.UTC(2026, 10, 25, 9));
  engine = await openActionEngine();
  app = await serve({ store: 'SQLite', clock, variables: { INTEXURAOS_ACTION_ENGINE_URL: engine.url } });
});
afterEach(async () => {
  await app.close();
  await engine.close();
});

const sweep = () => app.internally('POST', '/internal/workspace/retry-pending', {});
async function item() {
  const [only, ...more] = Items.parse((await app.as('anna', 'GET', '/items')).data).items;
  if (only === undefined || more.length > 0) throw new Error('expected one item');
  return only;
}
const keep = () => app.connect(notesAgent).create(note);
const ask = async () => app.as('anna', 'POST', `/items/note/${(await item()).id}/mirror`, {});

test('a note is put there by the next sweep, once, under a key made of its id', async () => {
  await keep();
  expect(await item()).toMatchObject({ pending: false, found: null, can: ['delete'] });
  await sweep();
  await keep();
  await sweep();
  const { id, ...shown } = await item();
  expect(shown).toMatchObject({
    pending: false,
    found: { mirror: { platform: 'notion', account: 'work (Notion)', url: 'https://notion.example/1' } },
    can: ['delete'],
  });
  expect(engine.performed).toEqual([
    {
      path: '/internal/operations/perform',
      key: `mirror:${id}`,
      body: {
        userId: 'anna',
        platform: 'notion',
        action_type: 'create_page',
        connection: 'work',
        payload: { title: 'Bees', body: 'Buzz' },
        digest: 'digest of work',
      },
    },
  ]);
});

test('whose answer is lost is asked for again: the same, from the same account, though another one was used since', async () => {
  engine.outcomes.push('lost', { outcome: 'running', retryAfterMs: 5_000 });
  await keep();
  await sweep();
  expect(await item()).toMatchObject({ pending: true, problem: expect.any(String), can: ['delete'] });
  engine.previews = readyFrom('home');
  await clock.advance(minuteMs);
  await sweep();
  await clock.advance(5_000);
  await sweep();
  expect(await item()).toMatchObject({
    pending: false,
    problem: null,
    found: { mirror: { account: 'work (Notion)' } },
  });
  const [first, ...others] = engine.performed;
  expect(others).toEqual([first, first]);
});

test('of which nobody knows the end is not tried again by itself; its owner has it looked for', async () => {
  engine.outcomes.push({ outcome: 'unknown', code: 'TIMEOUT', message: 'Notion did not answer', retryable: true });
  await keep();
  await sweep();
  await clock.advance(600 * minuteMs);
  await sweep();
  const problem = 'It may be there: Notion did not answer';
  expect(await item()).toMatchObject({ pending: false, problem, found: null, can: ['mirror', 'delete'] });
  expect(engine.performed).toHaveLength(1);
  expect((await ask()).status).toBe(202);
  await sweep();
  expect(engine.performed[1]).toEqual(engine.performed[0]);
  expect((await ask()).status).toBe(409);
});

test('that certainly is not there may go to another account the next time', async () => {
  engine.outcomes.push({ outcome: 'not_executed', code: 'FORBIDDEN', message: 'No access', retryable: false });
  await keep();
  await sweep();
  expect(await item()).toMatchObject({ problem: 'No access', can: ['mirror', 'delete'] });
  engine.previews = readyFrom('home');
  await ask();
  await sweep();
  expect(await item()).toMatchObject({ problem: null, found: { mirror: { account: 'home (Notion)' } } });
});

test('is tried three times while the platform cannot be reached, and then waits for its owner', async () => {
  const down = { outcome: 'not_executed', code: 'UNREACHABLE', message: 'Notion is away', retryable: true } as const;
  engine.outcomes.push(down, down, down);
  await keep();
  for (let minute = 0; minute < 30; minute += 1) {
    await sweep();
    await clock.advance(minuteMs);
  }
  expect(engine.performed).toHaveLength(3);
  expect(await item()).toMatchObject({ pending: false, problem: 'Notion is away', can: ['mirror', 'delete'] });
});

test.each([
  { status: 'failed', problem: 'No account of Notion is connected' },
  { ...readyFrom('work'), connection: null },
] as const)('without an account that could be used it stays here, and only who asks is told', async (preview) => {
  engine.previews = preview;
  await keep();
  await sweep();
  expect(await item()).toMatchObject({ pending: false, problem: null, found: null, can: ['mirror', 'delete'] });
  await ask();
  await sweep();
  expect((await item()).problem).toEqual(expect.any(String));
  expect(engine.performed).toEqual([]);
});

test('a kind that its owner has switched off stays here, for this person alone', async () => {
  const switched = await app.as('anna', 'PUT', '/mirrors', { kind: 'note', isOn: false });
  expect(switched.data).toMatchObject({
    mirrors: expect.arrayContaining([{ kind: 'note', platform: 'notion', isOn: false, connection: null }]),
  });
  expect(JSON.stringify((await app.as('boris', 'GET', '/mirrors')).data)).not.toContain('false');
  await keep();
  await sweep();
  expect(engine.performed).toEqual([]);
  await ask();
  await sweep();
  expect(engine.performed).toHaveLength(1);
});

test('goes to the account that was chosen for its kind, and says so when that is gone', async () => {
  await app.as('anna', 'PUT', '/mirrors', { kind: 'note', connection: 'c-work' });
  await app.as('anna', 'PUT', '/mirrors', { kind: 'todo', isOn: false });
  engine.previews = { status: 'failed', problem: 'There is no such account of Notion' };
  await keep();
  await sweep();
  expect(engine.previewed).toEqual([expect.objectContaining({ userId: 'anna', connection: 'c-work' })]);
  expect(await item()).toMatchObject({ problem: 'There is no such account of Notion', can: ['mirror', 'delete'] });
  await app.as('anna', 'PUT', '/mirrors', { kind: 'note', connection: null });
  await ask();
  await sweep();
  expect(engine.previewed[1]).not.toHaveProperty('connection');
});

test('what cannot be mirrored cannot be switched or sent', async () => {
  expect((await app.as('anna', 'PUT', '/mirrors', { kind: 'research', isOn: false })).status).toBe(422);
  expect((await app.as('anna', 'POST', '/items/note/nothing/mirror', {})).status).toBe(404);
});
