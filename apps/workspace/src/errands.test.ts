import type { ServerResponse } from 'node:http';
import { bookmarksAgent } from '@intexuraos/internal-clients/bookmarks-agent';
import { researchAgent } from '@intexuraos/internal-clients/research-agent';
import { createScriptedModelServer, type Script, type ScriptedModelServer } from '@intexuraos/llm/scripted-server';
import { createManualClock, type ManualClock } from '@intexuraos/testing';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type Served, type ServeOptions, serve, storeNames } from './testing/serve.ts';
import { openSite, type Site } from './testing/web-site.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const minuteMs = 60_000;
const origin = { userId: 'anna', source: 'actions-agent', sourceId: 'a1' };
const html = (response: ServerResponse, text: string) =>
  response.writeHead(200, { 'content-type': 'text/html' }).end(text);

interface Shown {
  readonly id: string;
  readonly found: Record<string, unknown> | null;
  readonly pending: boolean;
  readonly problem: string | null;
  readonly can: readonly string[];
}

async function site(answer: (response: ServerResponse, visits: number) => void): Promise<Site> {
  const opened = await openSite((_, response) => answer(response, opened.visits.length));
  closing.push(() => opened.close());
  return opened;
}

describe.each(storeNames)('what is found out later, kept in %s', (store) => {
  async function served(options: ServeOptions = {}): Promise<{ app: Served; clock: ManualClock }> {
    const clock = createManualClock(Date.UTC(2026, 10, 25, 9));
    const app = await serve({ store, clock, ...options });
    closing.push(() => app.close());
    return { app, clock };
  }
  const sweep = async (app: Served) => {
    const { data } = await app.internally('POST', '/internal/workspace/retry-pending', {});
    return (data as { looked: number }).looked;
  };
  const only = async (app: Served) => {
    const { data } = await app.as('anna', 'GET', '/items');
    const [item] = (data as { items: Shown[] }).items;
    if (!item) throw new Error('nothing is kept');
    return item;
  };

  describe('about a bookmark', () => {
    const addTo = (app: Served, url: string) => app.connect(bookmarksAgent).create({ ...origin, url });
    const at = ({ origin: allowed }: Site, options: ServeOptions = {}) =>
      served({ variables: { INTEXURAOS_PAGES_ALLOWED_ORIGINS: allowed }, ...options });

    test('is what its page says, read by the next sweep, once', async () => {
      const page = await site((response) => html(response, '<title>Bees</title>'));
      const { app, clock } = await at(page);
      await addTo(app, page.origin);
      expect(await only(app)).toMatchObject({ pending: true, found: null, can: ['delete'] });
      expect(await sweep(app)).toBe(1);
      expect(await only(app)).toMatchObject({
        pending: false,
        problem: null,
        found: { title: 'Bees', readAt: clock.now() },
        can: ['refresh', 'delete'],
      });
      expect(await sweep(app)).toBe(0);
      expect(page.visits).toHaveLength(1);
    });

    test('is read right after the answer where work may go on', async () => {
      const page = await site((response) => html(response, '<title>Bees</title>'));
      const { app } = await at(page, { worksAfterAnswer: true });
      await addTo(app, page.origin);
      await until(async () => !(await only(app)).pending);
      expect(await only(app)).toMatchObject({ found: { title: 'Bees' } });
      expect(await sweep(app)).toBe(0);
    });

    test('is tried three times, later each time, and then given up with the reason', async () => {
      const page = await site((response) => response.writeHead(503).end());
      const { app, clock } = await at(page);
      await addTo(app, page.origin);
      const looked = [];
      for (const minutes of [0, 1, 1, 8, 1, 60]) {
        await clock.advance(minutes * minuteMs);
        looked.push(await sweep(app));
      }
      expect(looked).toEqual([1, 1, 0, 0, 1, 0]);
      expect(page.visits).toHaveLength(3);
      expect(await only(app)).toMatchObject({ pending: false, problem: 'it answered 503', found: null });
    });

    test('is not looked for at a private address, and not tried again', async () => {
      const page = await site((response) => html(response, '<title>Secret</title>'));
      const { app } = await served();
      await addTo(app, page.origin);
      await sweep(app);
      expect(await only(app)).toMatchObject({ pending: false, problem: 'only https is read', found: null });
      expect(page.visits).toEqual([]);
    });

    test('is read again on its owner’s word, and what was known stays when that fails', async () => {
      const page = await site((response, visits) =>
        visits < 3 ? html(response, `<title>Edition ${visits}</title>`) : response.writeHead(500).end(),
      );
      const { app } = await at(page);
      await addTo(app, page.origin);
      await sweep(app);
      const path = `/items/bookmark/${(await only(app)).id}/refresh`;
      expect(await app.as('anna', 'POST', path, {})).toMatchObject({
        status: 200,
        data: { item: { found: { title: 'Edition 2' } } },
      });
      expect(await app.as('anna', 'POST', path, {})).toMatchObject({ status: 502 });
      expect(await app.as('boris', 'POST', path, {})).toMatchObject({ status: 404 });
      expect(await only(app)).toMatchObject({ found: { title: 'Edition 2' } });
    });

    test('is not kept for one that was deleted meanwhile', async () => {
      const gate = Promise.withResolvers<void>();
      const page = await site((response) => void gate.promise.then(() => html(response, '<title>Late</title>')));
      const { app } = await at(page);
      await addTo(app, page.origin);
      const { id } = await only(app);
      const sweeping = sweep(app);
      await until(async () => page.visits.length === 1);
      await app.as('anna', 'DELETE', `/items/bookmark/${id}`);
      gate.resolve();
      await sweeping;
      expect(await app.as('anna', 'GET', '/items')).toMatchObject({ data: { items: [] } });
      expect(await sweep(app)).toBe(0);
    });

    test('is sought by one of two sweeps; by a later one when the first is lost, which then says nothing any more', async () => {
      const first = Promise.withResolvers<void>();
      const page = await site((response, visits) => {
        if (visits === 1) void first.promise.then(() => response.writeHead(500).end());
        else html(response, '<title>Bees</title>');
      });
      const { app, clock } = await at(page);
      await addTo(app, page.origin);
      const lost = sweep(app);
      await until(async () => page.visits.length === 1);
      expect(await sweep(app)).toBe(0);
      await clock.advance(3 * minuteMs);
      expect(await sweep(app)).toBe(1);
      first.resolve();
      await lost;
      expect(await only(app)).toMatchObject({ pending: false, problem: null, found: { title: 'Bees' } });
    });
  });

  describe('about a research', () => {
    const note = { text: 'Bees dance.', openQuestions: ['How far do they fly?'] };
    let models: ScriptedModelServer;
    async function withModel(script: Script, { hasKey = true, ...options }: ServeOptions & { hasKey?: boolean } = {}) {
      models = await createScriptedModelServer(script);
      closing.push(() => models.close());
      const keys = hasKey ? [{ provider: 'openai', apiKey: 'sk-anna', baseUrl: models.url }] : [];
      const people = await openSite((request, response) => {
        const settings = {
          userId: 'anna',
          timeZone: 'UTC',
          language: 'en',
          llmPreferences: { defaultModel: 'wise-1' },
        };
        const data = request.url?.endsWith('/settings') ? settings : request.url?.endsWith('/llm-keys') ? { keys } : {};
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ success: true, data }));
      });
      closing.push(() => people.close());
      const { app, clock } = await served({ variables: { INTEXURAOS_USER_SERVICE_URL: people.origin }, ...options });
      await app.connect(researchAgent).draft({
        userId: 'anna',
        title: 'Bees',
        prompt: 'Why do bees dance?',
        originalMessage: 'research: why do bees dance',
        sourceActionId: 'a1',
      });
      return { app, clock };
    }

    test('is a text of the person’s model, kept as the model’s words and not as fact', async () => {
      const { app, clock } = await withModel(() => ({ value: note }));
      expect(await only(app)).toMatchObject({ pending: true, found: null });
      await sweep(app);
      expect(await only(app)).toMatchObject({
        pending: false,
        found: {
          ...note,
          model: 'wise-1',
          writtenAt: clock.now(),
          notice: 'Written by a language model. Nobody has checked it.',
        },
        can: ['write', 'delete'],
      });
      expect(models.requests).toMatchObject([{ user: expect.stringContaining('Why do bees dance?') }]);
      expect(models.requests[0]?.system).not.toContain('bees');
    });

    test('is written without waiting for it, and again when its owner asks', async () => {
      let edition = 0;
      const { app } = await withModel(() => ({ value: { ...note, text: `Edition ${(edition += 1)}` } }), {
        worksAfterAnswer: true,
      });
      await until(async () => !(await only(app)).pending);
      const path = `/items/research/${(await only(app)).id}/write`;
      expect(await app.as('anna', 'POST', path, {})).toMatchObject({ status: 202, data: { item: { pending: true } } });
      await until(async () => !(await only(app)).pending);
      expect(await only(app)).toMatchObject({ found: { text: 'Edition 2' } });
      expect(await app.as('boris', 'POST', path, {})).toMatchObject({ status: 404 });
    });

    test('asked for twice is written once', async () => {
      const { app } = await withModel(() => ({ value: note }));
      const path = `/items/research/${(await only(app)).id}/write`;
      for (let n = 0; n < 3; n++) expect(await app.as('anna', 'POST', path, {})).toMatchObject({ status: 202 });
      await Promise.all([sweep(app), sweep(app)]);
      expect(models.requests).toHaveLength(1);
    });

    test('without a key stays a draft and says what is missing, until its owner asks again', async () => {
      const { app } = await withModel(() => ({ value: note }), { hasKey: false });
      await sweep(app);
      expect(await only(app)).toMatchObject({
        pending: false,
        found: null,
        problem: 'There is no language-model key in your settings',
        can: ['write', 'delete'],
      });
      expect([await sweep(app), models.requests.length]).toEqual([0, 0]);
    });

    test.each<[string, Script, number, string]>([
      ['takes no key', () => ({ status: 401 }), 1, 'The language model does not take the key.'],
      ['refuses', () => ({ refusal: 'no' }), 1, 'The model refused to answer.'],
      ['is busy', () => ({ status: 429 }), 3, 'The language model takes no more questions for now.'],
      ['answers nonsense', () => ({ content: 'Bees!' }), 3, 'The answer is not one JSON value.'],
    ])('of a model that %s is given up after as many tries as make sense', async (_, script, tries, problem) => {
      const { app, clock } = await withModel(script);
      for (let n = 0; n < 5; n++) {
        await sweep(app);
        await clock.advance(15 * minuteMs);
      }
      expect(await only(app)).toMatchObject({ pending: false, found: null, problem });
      expect(models.requests).toHaveLength(tries);
    });

    test('holds nothing that could hide or turn words', async () => {
      const text = 'a\u202Eb\u0000c\u200Bd\r\ne\tf';
      const { app } = await withModel(() => ({ value: { text, openQuestions: ['x\u202Ey'] } }));
      await sweep(app);
      expect(await only(app)).toMatchObject({ found: { text: 'abcd\ne\tf', openQuestions: ['xy'] } });
    });
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 10));
}
