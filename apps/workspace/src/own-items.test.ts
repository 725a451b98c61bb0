import { bookmarksAgent } from '@intexuraos/internal-clients/bookmarks-agent';
import { notesAgent } from '@intexuraos/internal-clients/notes-agent';
import { todosAgent } from '@intexuraos/internal-clients/todos-agent';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type Served, serve, storeNames } from './testing/serve.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const origin = { userId: 'anna', source: 'actions-agent', sourceId: 'a1' };
const call = { idempotencyKey: 'a1:v1', epoch: 1 };
const todo = { ...origin, title: 'Buy milk', tags: [] };

interface Shown {
  readonly id: string;
  readonly completedAt: string | null;
  readonly can: readonly string[];
}

describe.each(storeNames)('what a person does with their items, kept in %s', (store) => {
  async function served(): Promise<Served> {
    const running = await serve({ store });
    closing.push(() => running.close());
    return running;
  }
  const list = async (app: Served, userId = 'anna') =>
    ((await app.as(userId, 'GET', '/items')).data as { items: Shown[] }).items;
  async function withTodo() {
    const app = await served();
    await app.connect(todosAgent, call).create(todo);
    const [item] = await list(app);
    return { app, path: `/items/todo/${item?.id}`, item };
  }
  const itemOf = ({ data }: { data: unknown }) => (data as { item: Shown }).item;

  test('a to-do is ticked off and opened again; the same twice changes nothing', async () => {
    const { app, path, item } = await withTodo();
    expect(item).toMatchObject({ completedAt: null, can: ['complete', 'delete'] });
    const done = itemOf(await app.as('anna', 'PATCH', path, { completed: true }));
    expect(done).toMatchObject({ completedAt: expect.stringMatching(/Z$/), can: ['reopen', 'delete'] });
    expect(itemOf(await app.as('anna', 'PATCH', path, { completed: true }))).toEqual(done);
    expect(itemOf(await app.as('anna', 'GET', path))).toEqual(done);
    expect(itemOf(await app.as('anna', 'PATCH', path, { completed: false }))).toMatchObject({ completedAt: null });
  });

  test('ten ticks at once end in one state and no error', async () => {
    const { app, path } = await withTodo();
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => app.as('anna', 'PATCH', path, { completed: true })),
    );
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
    expect(itemOf(await app.as('anna', 'GET', path)).completedAt).not.toBeNull();
  });

  test('notes are read by our other services, the newest first, without deleted ones', async () => {
    const app = await served();
    const note = (sourceId: string, title: string) => ({ ...origin, sourceId, title, content: `${title}.`, tags: [] });
    for (const [at, title] of ['First', 'Second', 'Third'].entries()) {
      await app.connect(notesAgent).create(note(`a${at}`, title));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const [third] = await list(app);
    await app.as('anna', 'DELETE', `/items/note/${third?.id}`);
    const newest = await app.connect(notesAgent).newest('anna');
    expect(newest).toMatchObject({ data: { notes: [{ title: 'Second', content: 'Second.' }, { title: 'First' }] } });
    expect(await app.connect(notesAgent).newest('boris')).toMatchObject({ data: { notes: [] } });
  });

  test('what is no to-do has no end: said beside the field', async () => {
    const app = await served();
    await app.connect(notesAgent).create({ ...origin, title: 'Idea', content: 'More', tags: [] });
    const [note] = await list(app);
    expect(note?.can).toEqual(['delete']);
    expect(await app.as('anna', 'PATCH', `/items/note/${note?.id}`, { completed: true })).toMatchObject({
      status: 422,
      error: { details: [{ path: 'kind', message: expect.stringContaining('todo') }] },
    });
  });

  test.each([[{}], [{ completed: 'yes' }], [{ completed: true, title: 'x' }], [{ completed: true, userId: 'boris' }]])(
    'a change to %j is refused',
    async (body) => {
      const { app, path } = await withTodo();
      expect(await app.as('anna', 'PATCH', path, body)).toMatchObject({ status: 422 });
    },
  );

  test('what was deleted is gone from lists and details, and cannot be deleted or ticked off again', async () => {
    const { app, path } = await withTodo();
    expect(await app.as('anna', 'DELETE', path)).toMatchObject({ status: 200, data: {} });
    expect(await list(app)).toEqual([]);
    const after = await Promise.all([
      app.as('anna', 'GET', path),
      app.as('anna', 'DELETE', path),
      app.as('anna', 'PATCH', path, { completed: true }),
    ]);
    expect(after.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  test('what was deleted is not made again by the call that made it, and that call hears the same as before', async () => {
    const { app, path } = await withTodo();
    const create = () => app.connect(todosAgent, call).create(todo);
    const before = await create();
    await app.as('anna', 'DELETE', path);
    expect(await create()).toEqual(before);
    expect(await list(app)).toEqual([]);
  });

  test('a deleted bookmark gives its address free', async () => {
    const app = await served();
    const add = (sourceId: string) =>
      app.connect(bookmarksAgent).create({ ...origin, sourceId, url: 'https://example.com/?utm_source=x' });
    await add('a1');
    expect(await add('a2')).toMatchObject({ kind: 'failed', code: 'CONFLICT' });
    const [bookmark] = await list(app);
    await app.as('anna', 'DELETE', `/items/bookmark/${bookmark?.id}`);
    expect(await add('a2')).toMatchObject({ kind: 'answered' });
    expect(await add('a3')).toMatchObject({ kind: 'failed', code: 'CONFLICT' });
    expect(await list(app)).toHaveLength(1);
  });

  test('pages are full although much was deleted in between', async () => {
    const app = await served();
    for (let n = 0; n < 12; n++) await app.connect(todosAgent).create({ ...todo, sourceId: `a${n}` });
    for (const { id } of (await list(app)).slice(2, 10)) await app.as('anna', 'DELETE', `/items/todo/${id}`);
    const { data } = await app.as('anna', 'GET', '/items?limit=3');
    expect((data as { items: Shown[] }).items).toHaveLength(3);
    expect(await list(app)).toHaveLength(4);
  });

  test('somebody else’s item is 404 for every move, in the words of one that never was, and stays as it is', async () => {
    const { app, path, item } = await withTodo();
    for (const [method, body] of [['GET'], ['DELETE'], ['PATCH', { completed: true }]] as const) {
      const foreign = await app.as('boris', method, path, body);
      const unknown = await app.as('boris', method, '/items/todo/never-was', body);
      expect([foreign.status, unknown.status]).toEqual([404, 404]);
      expect({ ...foreign.error, requestId: '' }).toEqual({ ...unknown.error, requestId: '' });
    }
    expect(await list(app)).toEqual([item]);
  });
});
