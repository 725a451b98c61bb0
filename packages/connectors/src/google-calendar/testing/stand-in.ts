import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { googleRefusal } from '../../google-api/testing/google-refusal.ts';
import { serveGoogle } from '../../google-api/testing/serve-google.ts';
import type { Routes } from '../../testing/routes.ts';

const Time = z.strictObject({
  date: z.iso.date().nullish(),
  dateTime: z.string().nullish(),
  timeZone: z.string().nullish(),
});
type Time = z.infer<typeof Time>;
const EventBody = z.strictObject({
  id: z
    .string()
    .regex(/^[a-v0-9]{5,1024}$/)
    .optional(),
  summary: z.string().optional(),
  description: z.string().optional(),
  location: z.string().optional(),
  start: Time.optional(),
  end: Time.optional(),
  attendees: z.array(z.strictObject({ email: z.email() })).optional(),
});
type StoredEvent = z.infer<typeof EventBody> & { readonly status: 'confirmed' | 'cancelled' };

const Query = z.strictObject({
  timeMin: z.iso.datetime({ offset: true }),
  timeMax: z.iso.datetime({ offset: true }),
  items: z.array(z.strictObject({ id: z.string() })),
});

/** A day in November 2026 with one meeting. */
const meeting: StoredEvent = {
  id: 'meeting1',
  summary: 'Planning',
  status: 'confirmed',
  start: { dateTime: '2026-11-30T10:00:00Z' },
  end: { dateTime: '2026-11-30T11:00:00Z' },
};

/** A change is merged field by field, and null takes one away. */
function merged(before: Time = {}, change: Time = {}): Time {
  return Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== null));
}
const isTwoTimes = ({ date, dateTime }: Time) => date !== undefined && dateTime !== undefined;

const startOf = ({ start }: StoredEvent) => Date.parse(start?.dateTime ?? start?.date ?? '');
const endOf = ({ end }: StoredEvent) => Date.parse(end?.dateTime ?? end?.date ?? '');
const shown = (event: StoredEvent) => ({
  kind: 'calendar#event',
  htmlLink: `https://www.google.com/calendar/event?eid=${event.id}`,
  ...event,
});

/** Google Calendar as far as it is used: https://developers.google.com/workspace/calendar/api/v3/reference */
function calendarRoutes(): Routes {
  const events = new Map<string, StoredEvent>([['primary/meeting1', meeting]]);
  const within = (from: string, to: string) => (event: StoredEvent) =>
    event.status !== 'cancelled' && startOf(event) < Date.parse(to) && endOf(event) > Date.parse(from);

  return {
    'POST /calendars/*/events': ({ parts: [calendar = ''], body }, effect) => {
      const { data } = EventBody.required({ id: true, start: true, end: true }).safeParse(body);
      if (!data) return googleRefusal(400, { reason: 'invalid', message: 'Invalid resource id value.' });
      if (events.has(`${calendar}/${data.id}`)) return googleRefusal(409);
      const event = { ...data, status: 'confirmed' } as const;
      if (endOf(event) <= startOf(event)) return googleRefusal(400, { reason: 'timeRangeEmpty' });
      events.set(`${calendar}/${data.id}`, event);
      effect({ operation: 'create_event', key: data.id });
      return { status: 200, body: shown(event) };
    },
    'GET /calendars/*/events/*': ({ parts: [calendar, id] }) => {
      const event = events.get(`${calendar}/${id}`);
      return event ? { status: 200, body: shown(event) } : googleRefusal(404);
    },
    'PATCH /calendars/*/events/*': ({ parts: [calendar, id = ''], body }, effect) => {
      const event = events.get(`${calendar}/${id}`);
      if (!event) return googleRefusal(404);
      const change = EventBody.parse(body);
      const [start, end] = [merged(event.start, change.start), merged(event.end, change.end)];
      if ([start, end].some(isTwoTimes))
        return googleRefusal(400, { reason: 'invalid', message: 'Invalid start time.' });
      const changed = { ...event, ...change, start, end };
      if (!isDeepStrictEqual(changed, event)) effect({ operation: 'update_event', key: id });
      events.set(`${calendar}/${id}`, changed);
      return { status: 200, body: shown(changed) };
    },
    'DELETE /calendars/*/events/*': ({ parts: [calendar, id = ''] }, effect) => {
      const event = events.get(`${calendar}/${id}`);
      if (!event) return googleRefusal(404);
      if (event.status === 'cancelled') return googleRefusal(410, { reason: 'deleted' });
      // What was deleted keeps its id for ever.
      events.set(`${calendar}/${id}`, { id, status: 'cancelled' });
      effect({ operation: 'undo create_event', key: id });
      return { status: 204, body: null };
    },
    'GET /calendars/*/events': ({ parts: [calendar = ''], query }) => {
      const fits = within(query.get('timeMin') ?? '', query.get('timeMax') ?? '');
      const items = [...events].filter(([place, event]) => place.startsWith(`${calendar}/`) && fits(event));
      return { status: 200, body: { kind: 'calendar#events', items: items.map(([, event]) => shown(event)) } };
    },
    'POST /freeBusy': ({ body }) => {
      const { timeMin, timeMax, items } = Query.parse(body);
      const busyIn = (calendar: string) =>
        [...events]
          .filter(([place, event]) => place.startsWith(`${calendar}/`) && within(timeMin, timeMax)(event))
          .map(([, { start, end }]) => ({ start: start?.dateTime, end: end?.dateTime }));
      const answerOf = (id: string) =>
        id === 'unknown@example.com'
          ? { errors: [{ domain: 'global', reason: 'notFound' }], busy: [] }
          : { busy: busyIn(id) };
      const calendars = Object.fromEntries(items.map(({ id }) => [id, answerOf(id)] as const));
      return { status: 200, body: { kind: 'calendar#freeBusy', timeMin, timeMax, calendars } };
    },
  };
}

export const serveGoogleCalendar = (port?: number) => serveGoogle(calendarRoutes(), port);
