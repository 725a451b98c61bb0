import { z } from 'zod';
import { defineConnector } from '../define.ts';
import { GoogleCredentials, GoogleSettings, googleOAuth } from '../google-api/account.ts';
import {
  api,
  bodyOf,
  eventIdOfKey,
  eventPath,
  eventsPath,
  insertEvent,
  patchEvent,
  sendUpdates,
  shownEvent,
} from './api.ts';
import { factsOf } from './facts.ts';
import { findFreeTime } from './free-time.ts';
import {
  CalendarEvent,
  CalendarEvents,
  CreateEvent,
  type EventFields,
  FindFreeTime,
  FreeTimes,
  GoogleEvent,
  GoogleEvents,
  ListEvents,
  UpdateEvent,
} from './schema.ts';
import { freeTimes } from './times.ts';

const { operation, connector } = defineConnector({
  name: 'google_calendar',
  title: 'Google Calendar',
  credentials: GoogleCredentials,
  settings: GoogleSettings,
  apiUrl: 'https://www.googleapis.com/calendar/v3',
  oauth: googleOAuth({
    'https://www.googleapis.com/auth/calendar.events': 'to read, add and change events',
    'https://www.googleapis.com/auth/calendar.freebusy': 'to see when calendars are free',
  }),
  // https://developers.google.com/workspace/calendar/api/guides/quota: 600 requests a minute and user.
  pace: { perSecond: 10, burst: 20 },
});

const simulatedEvent = (input: EventFields, id: string) =>
  shownEvent(input.calendar_id ?? 'primary', GoogleEvent.parse({ id, status: 'confirmed', ...bodyOf(input) }));

export const googleCalendar = connector({
  create_event: operation({
    describe: 'Add an event to Google Calendar',
    done: 'Event created',
    input: CreateEvent,
    output: CalendarEvent,
    effect: 'change',
    risk: 'medium',
    repeatable: true,
    facts: (input) => factsOf(input),
    run: async (input, call) => shownEvent(input.calendar_id, await insertEvent(input, call)),
    async undo({ calendar_id: calendar, id }, call) {
      const query = sendUpdates(true);
      await api(call, { method: 'DELETE', path: eventPath(calendar, id), query, answer: z.undefined() });
    },
    simulate: (input, key) => simulatedEvent(input, eventIdOfKey(key)),
  }),
  update_event: operation({
    describe: 'Change an event in Google Calendar',
    done: 'Event changed',
    input: UpdateEvent,
    output: CalendarEvent,
    effect: 'change',
    risk: 'medium',
    repeatable: true,
    facts: (input) => factsOf(input),
    run: async (input, call) => shownEvent(input.calendar_id, await patchEvent(input, call)),
    simulate: (input) => simulatedEvent(input, input.event_id),
  }),
  list_events: operation({
    describe: 'List events of Google Calendar',
    done: 'Events listed',
    input: ListEvents,
    output: CalendarEvents,
    effect: 'none',
    risk: 'low',
    repeatable: true,
    async run({ calendar_id: calendar, from, to, query: q, max_results: max }, call) {
      const single = { singleEvents: 'true', orderBy: 'startTime' };
      const query = { ...single, timeMin: from, timeMax: to, q, maxResults: String(max) };
      const { items } = await api(call, { method: 'GET', path: eventsPath(calendar), query, answer: GoogleEvents });
      return { events: items.map((event) => shownEvent(calendar, event)) };
    },
    simulate: ({ calendar_id, from, to }, key) => ({
      events: [
        simulatedEvent({ calendar_id, summary: 'An event that was made up', start: from, end: to }, eventIdOfKey(key)),
      ],
    }),
  }),
  find_free_time: operation({
    describe: 'Find free time in Google Calendar',
    done: 'Free time found',
    input: FindFreeTime,
    output: FreeTimes,
    effect: 'none',
    risk: 'low',
    repeatable: true,
    run: findFreeTime,
    simulate: ({ from, to }) => ({ free: [...freeTimes({ start: from, end: to }, [], 0)] }),
  }),
});
