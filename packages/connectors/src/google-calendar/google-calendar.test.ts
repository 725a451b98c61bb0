import { describe, expect, test } from '@jest/globals';
import { describeConnector } from '../testing/connector.contract.ts';
import { bindOperation, createDirectCalls } from '../testing/direct-calls.ts';
import { googleCalendar } from './index.ts';
import { serveGoogleCalendar } from './testing/stand-in.ts';
import { freeTimes } from './times.ts';

const credentials = { accessToken: 'canary-google-token' };
const lunch = { summary: 'Lunch', start: '2026-11-30T12:00:00+01:00', end: '2026-11-30T13:00:00+01:00' };
const day = { from: '2026-11-30T08:00:00Z', to: '2026-11-30T18:00:00Z' };

describeConnector({
  connector: googleCalendar,
  serve: () => serveGoogleCalendar(),
  credentials: () => credentials,
  samples: {
    create_event: { input: lunch, bad: { ...lunch, end: lunch.start } },
    update_event: { input: { event_id: 'meeting1', location: 'Room 2' }, bad: { event_id: 'meeting1' } },
    list_events: { input: day, bad: { ...day, from: '2026-11-30' } },
    find_free_time: {
      input: { ...day, duration_minutes: 30 },
      bad: { from: day.to, to: day.from, duration_minutes: 30 },
    },
  },
});

const bind = (operation: string, payload: unknown) => bindOperation(googleCalendar, operation, payload);
const problemsOf = (payload: unknown) => googleCalendar.operations['create_event']?.bind(payload);

describe('Google Calendar', () => {
  const open = createDirectCalls(() => credentials);

  test('an event that is there already is done, also when somebody has deleted it since', async () => {
    const { standIn, call } = await open(serveGoogleCalendar());
    const event = bind('create_event', lunch);
    const first = await event.run(call);
    expect(await event.run(call)).toEqual(first);
    await event.undo?.(first, call);
    expect(await event.run(call)).toMatchObject({ id: first['id'], status: 'cancelled' });
    expect(standIn.ledger.map(({ operation }) => operation)).toEqual(['create_event', 'undo create_event']);
  });

  test('the same wish in another calendar is another event', async () => {
    const { standIn, call } = await open(serveGoogleCalendar());
    await bind('create_event', lunch).run(call);
    await bind('create_event', { ...lunch, calendar_id: 'team@example.com' }).run(call);
    expect(standIn.ledger).toHaveLength(2);
  });

  test('an event at a time becomes one of whole days, and back', async () => {
    const { call } = await open(serveGoogleCalendar());
    const days = { event_id: 'meeting1', start: '2026-12-01', end: '2026-12-02' };
    expect(await bind('update_event', days).run(call)).toMatchObject({ start: '2026-12-01', end: '2026-12-02' });
    const times = { event_id: 'meeting1', start: day.from, end: day.to };
    expect(await bind('update_event', times).run(call)).toMatchObject({ start: day.from, end: day.to });
  });

  test('free time is what lies between the meetings', async () => {
    const { call } = await open(serveGoogleCalendar());
    expect(await bind('find_free_time', { ...day, duration_minutes: 120 }).run(call)).toEqual({
      free: [
        { start: '2026-11-30T08:00:00.000Z', end: '2026-11-30T10:00:00.000Z' },
        { start: '2026-11-30T11:00:00.000Z', end: '2026-11-30T18:00:00.000Z' },
      ],
    });
  });

  test('a calendar that cannot be read is not free', async () => {
    const { call } = await open(serveGoogleCalendar());
    const calendars = ['primary', 'unknown@example.com'];
    await expect(bind('find_free_time', { ...day, duration_minutes: 30, calendars }).run(call)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('events are listed with their times', async () => {
    const { call } = await open(serveGoogleCalendar());
    expect(await bind('list_events', day).run(call)).toMatchObject({
      events: [{ id: 'meeting1', summary: 'Planning', start: '2026-11-30T10:00:00Z' }],
    });
  });

  test('shows when, where, and who is told', () => {
    const { facts } = bind('create_event', {
      summary: 'Lunch',
      start: '2026-11-30T12:00:00',
      end: '2026-11-30T13:00:00',
      time_zone: 'Europe/Warsaw',
      attendees: 'Ana <ana@example.com>, ben@example.com',
    });
    expect(facts).toEqual([
      { label: 'Title', value: 'Lunch' },
      { label: 'Start', value: '2026-11-30T12:00:00' },
      { label: 'End', value: '2026-11-30T13:00:00' },
      { label: 'Time zone', value: 'Europe/Warsaw' },
      { label: 'Guests', value: 'Ana <ana@example.com>, ben@example.com' },
      { label: 'Guests get an email', value: 'yes' },
    ]);
  });

  test.each([
    [{ ...lunch, start: '2026-11-30T12:00:00' }, 'start', 'expected an offset, or a time_zone beside it'],
    [{ ...lunch, start: '2026-11-30' }, 'end', 'expected two days, or two times'],
    [{ ...lunch, time_zone: 'Mars/Olympus' }, 'time_zone', 'expected a time zone like Europe/Warsaw'],
    [{ ...lunch, start: 'tomorrow' }, 'start', 'expected a day like 2026-11-30, or a time like 2026-11-30T09:00:00'],
  ])('%j is refused at "%s"', (payload, path, message) => {
    expect(problemsOf(payload)).toEqual({ problems: [{ path, message }] });
  });

  test('whole days are taken', () => {
    expect(problemsOf({ summary: 'Trip', start: '2026-11-30', end: '2026-12-02' })).toHaveProperty('bound');
  });
});

describe('free times', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 30, hour)).toISOString();
  const hour = 3_600_000;

  test.each([
    { busy: [], free: [[8, 18]] },
    { busy: [[7, 19]], free: [] },
    {
      busy: [
        [12, 13],
        [9, 12],
        [9, 10],
      ],
      free: [
        [8, 9],
        [13, 18],
      ],
    },
    {
      busy: [
        [7, 9],
        [17, 20],
      ],
      free: [[9, 17]],
    },
    {
      busy: [
        [9, 16],
        [10, 11],
      ],
      free: [
        [8, 9],
        [16, 18],
      ],
    },
  ])('between 8 and 18, with $busy taken, are $free', ({ busy, free }) => {
    const spans = busy.map(([start = 0, end = 0]) => ({ start: at(start), end: at(end) }));
    expect(freeTimes({ start: at(8), end: at(18) }, spans, hour)).toEqual(
      free.map(([start = 0, end = 0]) => ({ start: at(start), end: at(end) })),
    );
  });
});
