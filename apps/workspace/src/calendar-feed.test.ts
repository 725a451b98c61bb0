import { calendarAgent } from '@intexuraos/internal-clients/calendar-agent';
import { afterEach, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { type Served, serve, storeNames } from './testing/serve.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

describe.each(storeNames)('a calendar feed, kept in %s', (store) => {
  async function served(): Promise<Served> {
    const running = await serve({ store });
    closing.push(() => running.close());
    return running;
  }
  const open = async (app: Served, userId: string) => {
    const { status, data } = await app.as(userId, 'POST', '/calendar/feed');
    expect(status).toBe(201);
    return (data as { path: string }).path;
  };
  /** As a calendar app asks: with an address and nothing else. */
  const subscribe = (app: Served, path: string, headers: Record<string, string> = {}) =>
    fetch(`${app.url}${path}`, { headers });
  const addEvent = (app: Served, userId: string, id: string, summary: string) =>
    app.connect(calendarAgent).processAction({
      action: {
        id,
        userId,
        prepared: {
          summary,
          start: '2026-11-30T12:30:00+01:00',
          end: '2026-11-30T13:30:00+01:00',
          timeZone: 'Europe/Warsaw',
        },
      },
    });
  const summaries = (text: string) =>
    ICAL.Component.fromString(text)
      .getAllSubcomponents('vevent')
      .map((event) => event.getFirstPropertyValue('summary'));

  test('shows one person’s events to whoever has its address', async () => {
    const app = await served();
    await addEvent(app, 'anna', 'a1', 'Lunch');
    await addEvent(app, 'boris', 'a2', 'Secret');
    const response = await subscribe(app, await open(app, 'anna'));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(summaries(await response.text())).toEqual(['Lunch']);
  });

  test('is not sent again while nothing has changed, and without what was deleted', async () => {
    const app = await served();
    await addEvent(app, 'anna', 'a1', 'Lunch');
    const path = await open(app, 'anna');
    const etag = (await subscribe(app, path)).headers.get('etag') ?? '';
    const again = await subscribe(app, path, { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const { data } = await app.as('anna', 'GET', '/items?kind=calendar');
    await app.as('anna', 'DELETE', `/items/calendar/${(data as { items: { id: string }[] }).items[0]?.id}`);
    const changed = await subscribe(app, path, { 'if-none-match': etag });
    expect([changed.status, summaries(await changed.text())]).toEqual([200, []]);
  });

  test('gets a new address on demand, and the old one opens nothing', async () => {
    const app = await served();
    expect(await app.as('anna', 'GET', '/calendar/feed')).toMatchObject({ data: { feed: null } });
    const before = await open(app, 'anna');
    const after = await open(app, 'anna');
    expect(after).not.toBe(before);
    expect([(await subscribe(app, before)).status, (await subscribe(app, after)).status]).toEqual([404, 200]);
    expect(await app.as('anna', 'GET', '/calendar/feed')).toEqual(
      expect.objectContaining({ data: { feed: { createdAt: expect.stringMatching(/Z$/) } } }),
    );
  });

  test('can be closed, once', async () => {
    const app = await served();
    const path = await open(app, 'anna');
    expect(await app.as('anna', 'DELETE', '/calendar/feed')).toMatchObject({ status: 200 });
    expect((await subscribe(app, path)).status).toBe(404);
    expect(await app.as('anna', 'DELETE', '/calendar/feed')).toMatchObject({ status: 404 });
  });

  test('is refused for a token that is none, unknown or missing', async () => {
    const app = await served();
    const statuses = await Promise.all(
      ['', '?token=', '?token=x', `?token=${'0'.repeat(64)}`].map(
        async (query) => (await subscribe(app, `/calendar.ics${query}`)).status,
      ),
    );
    expect(statuses).toEqual([422, 422, 422, 404]);
  });

  test('keeps no token that could be read out of the store', async () => {
    const kept: string[] = [];
    const app = await serve({
      store,
      wrap: (inner) => ({ ...inner, commit: (...args) => (kept.push(JSON.stringify(args[0])), inner.commit(...args)) }),
    });
    closing.push(() => app.close());
    const path = await open(app, 'anna');
    expect(kept.join()).toContain('tokenHash');
    expect(kept.join()).not.toContain(path.slice(-64));
  });
});
