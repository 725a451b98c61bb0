import { createServer } from 'node:http';
import type { Connect } from '@intexuraos/internal-clients';
import { bookmarksAgent } from '@intexuraos/internal-clients/bookmarks-agent';
import { calendarAgent } from '@intexuraos/internal-clients/calendar-agent';
import { linearAgent } from '@intexuraos/internal-clients/linear-agent';
import { notesAgent } from '@intexuraos/internal-clients/notes-agent';
import { researchAgent } from '@intexuraos/internal-clients/research-agent';
import { type NewTodo, todosAgent } from '@intexuraos/internal-clients/todos-agent';
import { AppError } from '@intexuraos/kernel';
import type { Store } from '@intexuraos/storage';
import { closed, listening } from '@intexuraos/testing';
import { afterEach, describe, expect, test } from '@jest/globals';
import { kindNames } from './items/index.ts';
import { type Served, type ServeOptions, serve, storeNames } from './testing/serve.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
async function served(options?: ServeOptions): Promise<Served> {
  const running = await serve(options);
  closing.push(() => running.close());
  return running;
}

const origin = { userId: 'anna', source: 'actions-agent', sourceId: 'a1' };
const call = { idempotencyKey: 'a1:v1', epoch: 1 };
const todo: NewTodo = { ...origin, title: 'Buy milk', tags: ['home'], priority: 'high', dueDate: '2026-11-30' };
const event = {
  summary: 'Dentist',
  start: '2026-11-23T15:00:00+01:00',
  end: '2026-11-23T16:00:00+01:00',
  timeZone: 'Europe/Warsaw',
};
const action = { id: 'a1', userId: 'anna', text: 'Login is broken' };

/** One way to make each kind of item, as the neighbours' clients do it. */
const makers: readonly [kind: string, make: (connect: Connect) => Promise<unknown>, data: object][] = [
  [
    'todo',
    (connect) => connect(todosAgent, call).create(todo),
    { resourceUrl: expect.stringMatching(/^\/#\/todos\/[\w-]+$/) },
  ],
  [
    'note',
    (connect) => connect(notesAgent, call).create({ ...origin, title: 'Idea', content: 'More', tags: [] }),
    { resourceUrl: expect.stringMatching(/^\/#\/notes\/[\w-]+$/) },
  ],
  [
    'bookmark',
    (connect) => connect(bookmarksAgent, call).create({ ...origin, url: 'https://example.com/a' }),
    { id: expect.any(String), url: 'https://example.com/a' },
  ],
  [
    'calendar',
    (connect) => connect(calendarAgent, call).processAction({ action: { id: 'a1', userId: 'anna', prepared: event } }),
    { resourceUrl: expect.stringMatching(/^\/#\/calendar\/[\w-]+$/) },
  ],
  [
    'linear',
    (connect) => connect(linearAgent, call).processAction({ action: { ...action, prepared: { title: 'Login' } } }),
    { resourceUrl: expect.stringMatching(/^https:\/\/app\.example\.com\/#\/linear\/[\w-]+$/) },
  ],
  [
    'research',
    (connect) =>
      connect(researchAgent, call).draft({
        userId: 'anna',
        title: 'Bees',
        prompt: 'p',
        originalMessage: 'm',
        sourceActionId: 'a1',
      }),
    { resourceUrl: expect.stringMatching(/^\/#\/research\/[\w-]+$/) },
  ],
];
const itemsOf = async (app: Served, userId: string, query = '') => {
  const { data } = await app.as(userId, 'GET', `/items${query}`);
  return (data as { items: { id: string; kind: string; title: string; content: unknown }[] }).items;
};

describe.each(storeNames)('kept in %s', (store) => {
  test('there is one way for each kind', () => {
    expect(makers.map(([kind]) => kind).sort()).toEqual([...kindNames].sort());
  });

  test.each(makers)('%s: the contract holds, and five calls at once make one item', async (kind, make, data) => {
    const app = await served({ store });
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => make(app.connect)));
    expect(outcomes[0]).toMatchObject({ kind: 'answered', data });
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await make(app.connect)).toEqual(outcomes[0]);
    expect(await itemsOf(app, 'anna')).toMatchObject([{ kind }]);
  });

  test.each(makers)('%s: its owner can read it, for anybody else it is not there', async (kind, make) => {
    const app = await served({ store });
    await make(app.connect);
    const [item] = await itemsOf(app, 'anna', `?kind=${kind}`);
    const path = `/items/${kind}/${item?.id}`;
    expect(await app.as('anna', 'GET', path)).toMatchObject({ status: 200, data: { item: { id: item?.id, kind } } });
    const foreign = await app.as('boris', 'GET', path);
    const unknown = await app.as('boris', 'GET', `/items/${kind}/never-was`);
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
    expect({ ...foreign.error, requestId: '' }).toEqual({ ...unknown.error, requestId: '' });
    expect(await itemsOf(app, 'boris')).toEqual([]);
  });

  test('a new one is 201, a repeated one 200 and marked', async () => {
    const app = await served({ store });
    const first = await app.internally('POST', '/internal/todos', todo, call);
    const second = await app.internally('POST', '/internal/todos', todo, call);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect(second.data).toEqual(first.data);
  });

  test('a caller that lost its lease is refused, also after the one that has it has called', async () => {
    const app = await served({ store });
    const create = (epoch: number) => app.connect(todosAgent, { idempotencyKey: 'a1:v1', epoch }).create(todo);
    expect(await create(2)).toMatchObject({ kind: 'answered' });
    expect(await create(1)).toMatchObject({ kind: 'failed', code: 'CONFLICT', effect: 'no_effect', retryable: false });
    expect(await create(5)).toMatchObject({ kind: 'answered' });
    expect(await create(4)).toMatchObject({ kind: 'failed', code: 'CONFLICT' });
    expect(await create(5)).toMatchObject({ kind: 'answered' });
    expect(await itemsOf(app, 'anna')).toHaveLength(1);
  });

  test('epochs that arrive in any order and at once leave one item and refuse nobody twice', async () => {
    const app = await served({ store });
    const epochs = [3, 1, 4, 2, 5, 5, 1, 2];
    const outcomes = await Promise.all(
      epochs.map((epoch) => app.connect(todosAgent, { idempotencyKey: 'a1:v1', epoch }).create(todo)),
    );
    expect(outcomes[epochs.indexOf(5)]).toMatchObject({ kind: 'answered' });
    expect(await app.connect(todosAgent, { idempotencyKey: 'a1:v1', epoch: 4 }).create(todo)).toMatchObject({
      kind: 'failed',
    });
    expect(await itemsOf(app, 'anna')).toHaveLength(1);
  });

  test('another version of what is done already is refused, not done too and not passed off as done', async () => {
    const app = await served({ store });
    await app.connect(todosAgent, call).create(todo);
    const other = { idempotencyKey: 'a1:v2', epoch: 2 };
    expect(await app.connect(todosAgent, other).create({ ...todo, title: 'Buy beer' })).toMatchObject({
      kind: 'failed',
      code: 'CONFLICT',
    });
    expect(await app.connect(todosAgent, other).create(todo)).toMatchObject({ kind: 'answered' });
    expect(await itemsOf(app, 'anna')).toMatchObject([{ title: 'Buy milk' }]);
  });

  test('the same address from another source is a duplicate that names the bookmark, for this person only', async () => {
    const app = await served({ store });
    const bookmark = { ...origin, url: 'https://Example.com/a#top' };
    const first = await app.connect(bookmarksAgent, call).create(bookmark);
    const again = { ...bookmark, sourceId: 'a2', url: 'https://example.com/a' };
    expect(await app.connect(bookmarksAgent).create(again)).toMatchObject({
      kind: 'failed',
      code: 'CONFLICT',
      effect: 'no_effect',
      details: { existingBookmarkId: first.kind === 'answered' ? first.data.id : '' },
    });
    expect(await app.internally('POST', '/internal/bookmarks', again)).toMatchObject({ status: 409 });
    expect(await app.connect(bookmarksAgent).create({ ...again, userId: 'boris' })).toMatchObject({ kind: 'answered' });
  });

  test('of five sources with one address at once, one makes the bookmark and the others learn its id', async () => {
    const app = await served({ store });
    const outcomes = await Promise.all(
      ['a1', 'a2', 'a3', 'a4', 'a5'].map((sourceId) =>
        app.connect(bookmarksAgent).create({ ...origin, sourceId, url: 'https://example.com/' }),
      ),
    );
    const made = outcomes.filter((outcome) => outcome.kind === 'answered');
    expect(made).toHaveLength(1);
    const [item] = await itemsOf(app, 'anna');
    expect(made[0]?.data.id).toBe(item?.id);
    for (const outcome of outcomes.filter(({ kind }) => kind === 'failed'))
      expect(outcome).toMatchObject({ details: { existingBookmarkId: item?.id } });
  });

  test('pages of items come newest first and meet no item twice', async () => {
    const app = await served({ store });
    for (let n = 0; n < 7; n++) {
      await app.connect(todosAgent).create({ ...todo, sourceId: `a${n}`, title: `To-do ${n}` });
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await app.connect(notesAgent).create({ ...origin, title: 'Idea', content: 'More', tags: [] });
    const titles: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = `?kind=todo&limit=3${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
      const { data } = await app.as('anna', 'GET', `/items${query}`);
      const page = data as { items: { title: string }[]; nextCursor: string | null };
      titles.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor;
    }
    expect(titles).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => `To-do ${n}`));
    expect(await itemsOf(app, 'anna')).toHaveLength(8);
  });
});

describe('what is refused', () => {
  test.each([
    ['/internal/todos', { ...todo, title: undefined }],
    ['/internal/todos', { ...todo, priority: 'huge' }],
    ['/internal/todos', { ...todo, surprise: true }],
    ['/internal/todos', { ...todo, title: 'broken \ud800' }],
    ['/internal/notes', { ...origin, title: 'Idea', content: 'x\u0000y', tags: [] }],
    ['/internal/bookmarks', { ...origin, url: 'javascript:alert(1)' }],
    ['/internal/bookmarks', { ...origin, url: 'file:///etc/passwd' }],
    ['/internal/calendar/process-action', { action: { id: 'a1', userId: 'anna' } }],
    ['/internal/linear/process-action', { action }],
  ])('%s with %j', async (path, body) => {
    const app = await served();
    expect(await app.internally('POST', path, body)).toMatchObject({
      status: 422,
      error: { code: 'VALIDATION_FAILED' },
    });
    expect(await itemsOf(app, 'anna')).toEqual([]);
  });

  test.each(['?kind=secret', '?limit=0', '?limit=101', '?cursor=made-up', '?userId=boris'])(
    'GET /items%s',
    async (query) => {
      const app = await served();
      expect(await app.as('anna', 'GET', `/items${query}`)).toMatchObject({ status: 422 });
    },
  );

  test('a key or epoch that cannot be one', async () => {
    const app = await served();
    const attempt = (idempotencyKey: string, epoch: number) =>
      app.internally('POST', '/internal/todos', todo, { idempotencyKey, epoch });
    expect(await attempt('k'.repeat(256), 1)).toMatchObject({ status: 400 });
    expect(await attempt('k', -1)).toMatchObject({ status: 400 });
    expect(await attempt('k', 1.5)).toMatchObject({ status: 400 });
  });

  test('an epoch of a call that was refused for its form does not stand in the way', async () => {
    const app = await served();
    await app.internally('POST', '/internal/todos', { ...todo, priority: 'huge' }, { ...call, epoch: 9 });
    expect(await app.connect(todosAgent, call).create(todo)).toMatchObject({ kind: 'answered' });
  });
});

describe('refreshing a bookmark', () => {
  const refresh = async (app: Served, url: string) => {
    const made = await app.connect(bookmarksAgent).create({ ...origin, url, title: 'My title' });
    const id = made.kind === 'answered' ? made.data.id : '';
    return { id, outcome: await app.connect(bookmarksAgent).forceRefresh(id) };
  };

  test('reads the page and keeps what it says, beside what the person said', async () => {
    const { origin: site } = await pageServer('<title>Their title</title>');
    const app = await served({ variables: { INTEXURAOS_PAGES_ALLOWED_ORIGINS: site } });
    const { id, outcome } = await refresh(app, `${site}/a`);
    expect(outcome).toEqual({ kind: 'answered', data: { id, url: `${site}/a`, status: 'refreshed' } });
    expect(await app.connect(bookmarksAgent).forceRefresh(id)).toEqual(outcome);
    expect(await app.as('anna', 'GET', `/items/bookmark/${id}`)).toMatchObject({
      data: { item: { title: 'My title', found: { title: 'Their title', readAt: expect.any(Number) } } },
    });
  });

  test('does not go to a private address, and says so', async () => {
    const { origin: site, visits } = await pageServer('<title>Secret</title>');
    const { outcome } = await refresh(await served(), site);
    expect(outcome).toMatchObject({ code: 'VALIDATION_FAILED', details: [{ reason: 'SSRF_BLOCKED' }] });
    expect(visits()).toBe(0);
  });

  test('of a page that cannot be read fails, and of an unknown bookmark too', async () => {
    const app = await served();
    const { outcome } = await refresh(app, 'https://nowhere.invalid/');
    expect(outcome).toMatchObject({ kind: 'failed', code: 'DOWNSTREAM_ERROR' });
    expect(await app.connect(bookmarksAgent).forceRefresh('never-was')).toMatchObject({ code: 'NOT_FOUND' });
  });
});

test('keeping a to-do costs one commit and reads nothing', async () => {
  const used: string[] = [];
  const app = await served({ wrap: (store) => counting(store, used) });
  await app.connect(todosAgent, call).create(todo);
  expect(used).toEqual(['commit']);
});

test('a store that does not answer after the commit: the caller hears that it may have happened, and the key finds it', async () => {
  let cut = true;
  const app = await served({
    wrap: (store) => ({
      ...store,
      commit: async (...args) => {
        const outcome = await store.commit(...args);
        if (cut) throw new AppError('UNAVAILABLE', 'no answer');
        return outcome;
      },
    }),
  });
  const create = () => app.connect(todosAgent, call).create(todo);
  expect(await create()).toMatchObject({ kind: 'failed', effect: 'unknown', retryable: true });
  cut = false;
  expect(await create()).toMatchObject({ kind: 'answered', data: { status: 'completed' } });
  expect(await itemsOf(app, 'anna')).toHaveLength(1);
});

async function pageServer(html: string) {
  let visits = 0;
  const server = createServer((_, response) => {
    visits += 1;
    response.writeHead(200, { 'content-type': 'text/html' }).end(html);
  });
  closing.push(() => closed(server));
  return { origin: await listening(server), visits: () => visits };
}

function counting(store: Store, used: string[]): Store {
  return {
    ...store,
    get: (...args) => (used.push('get'), store.get(...args)),
    getMany: (...args) => (used.push('getMany'), store.getMany(...args)),
    query: (...args) => (used.push('query'), store.query(...args)),
    commit: (...args) => (used.push('commit'), store.commit(...args)),
  };
}
