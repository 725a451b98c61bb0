import { CalendarEvent, CalendarPreview } from '@intexuraos/internal-clients/calendar-agent';
import { processorMs } from '@intexuraos/testing';
import { describe, expect, test } from '@jest/globals';
import { previewEvent } from './preview-event.ts';

/** A Friday, eleven in the morning in Warsaw. */
const now = '2026-11-20T10:00:00Z';
const preview = (text: string, payload?: Record<string, unknown>, timeZone = 'Europe/Warsaw', currentDate = now) =>
  previewEvent({
    actionId: 'a1',
    userId: 'anna',
    text,
    currentDate,
    timeZone,
    language: 'en',
    ...(payload && { payload }),
  });

describe('an event is read out of', () => {
  test.each([
    ['Dentist tomorrow at 3pm', 'Dentist', '2026-11-21T15:00:00+01:00', '2026-11-21T16:00:00+01:00'],
    ['Dentist tomorrow at 3pm for 2 hours', 'Dentist', '2026-11-21T15:00:00+01:00', '2026-11-21T17:00:00+01:00'],
    [
      'For 90 minutes next tuesday 10:00 planning',
      'planning',
      '2026-11-24T10:00:00+01:00',
      '2026-11-24T11:30:00+01:00',
    ],
    [
      'Meeting with Bob on Monday 14:00-15:30',
      'Meeting with Bob',
      '2026-11-23T14:00:00+01:00',
      '2026-11-23T15:30:00+01:00',
    ],
    ['Tomorrow lunch with Bob at 12:30', 'lunch with Bob', '2026-11-21T12:30:00+01:00', '2026-11-21T13:30:00+01:00'],
    ['Lunch in 2 hours', 'Lunch', '2026-11-20T13:00:00+01:00', '2026-11-20T14:00:00+01:00'],
    ['Party on 5 December 22:00 until 01:00', 'Party', '2026-12-05T22:00:00+01:00', '2026-12-06T01:00:00+01:00'],
    ['Standup Monday 9am PST', 'Standup', '2026-11-23T18:00:00+01:00', '2026-11-23T19:00:00+01:00'],
    ['Review on 3 January at 5pm', 'Review', '2027-01-03T17:00:00+01:00', '2027-01-03T18:00:00+01:00'],
    ['Barbecue on July 4 at 6pm', 'Barbecue', '2027-07-04T18:00:00+02:00', '2027-07-04T19:00:00+02:00'],
    ['Sync 2026-11-27T09:00:00Z', 'Sync', '2026-11-27T10:00:00+01:00', '2026-11-27T11:00:00+01:00'],
    ['Zahnarzt morgen um 15 Uhr', 'Zahnarzt', '2026-11-21T15:00:00+01:00', '2026-11-21T16:00:00+01:00'],
    ['Dentiste demain à 15h', 'Dentiste', '2026-11-21T15:00:00+01:00', '2026-11-21T16:00:00+01:00'],
    ['Riunione domani alle 15', 'Riunione', '2026-11-21T15:00:00+01:00', '2026-11-21T16:00:00+01:00'],
    ['Встреча завтра в 15:00', 'Встреча', '2026-11-21T15:00:00+01:00', '2026-11-21T16:00:00+01:00'],
    ['Planning tomorrow between 2 and 3pm', 'Planning', '2026-11-21T14:00:00+01:00', '2026-11-21T15:00:00+01:00'],
    ['Zahnarzt am 12.11.2027 15:00', 'Zahnarzt', '2027-11-12T15:00:00+01:00', '2027-11-12T16:00:00+01:00'],
    ['Call tomorrow 5pm New York time', 'Call', '2026-11-21T23:00:00+01:00', '2026-11-22T00:00:00+01:00'],
    ['Dentista mañana a las 15:00', 'Dentista', '2026-11-21T15:00:00+01:00', '2026-11-21T16:00:00+01:00'],
  ])('%s', (text, summary, start, end) => {
    const event = preview(text);
    expect(event).toMatchObject({ status: 'ready', summary, start, end, timeZone: 'Europe/Warsaw', isAllDay: false });
    expect(CalendarEvent.safeParse(event).success).toBe(true);
  });

  test.each([
    ['Vacation from Dec 1 to Dec 5', 'Vacation', '2026-12-01', '2026-12-06', 'P5D'],
    ['Birthday of Anna on 3 December', 'Birthday of Anna', '2026-12-03', '2026-12-04', 'P1D'],
    ['Conference all day next Tuesday', 'Conference all day', '2026-11-24', '2026-11-25', 'P1D'],
  ])('%s, as whole days whose end is exclusive', (text, summary, start, end, duration) => {
    expect(preview(text)).toMatchObject({ status: 'ready', summary, start, end, duration, isAllDay: true });
  });
});

describe('what is not certain is asked for', () => {
  test.each([
    ['Dentist', ['start']],
    ['Buy 2 apples', ['start']],
    ['Repair the 3d printer', ['start']],
    ['Wizyta jutro o 15h', ['day']],
    ['Dentist on Friday', ['time']],
    ['Dinner tomorrow evening', ['time']],
    ['Call mum at 5 tomorrow', ['time']],
    ['Lunch at 12:30', ['day']],
    ['Dentist on 12/11 at 3pm', ['day']],
    ['Standup Monday and Tuesday 10-11am', ['day']],
    ['Gym every Monday at 9am', ['day']],
    ['Christmas dinner on Christmas Eve at 6pm', ['day']],
    ['Call tomorrow at 3 or 5pm', ['time']],
    ['Call tomorrow at 5pm Mars time', ['timeZone']],
    ['Wizyta u dentysty jutro o 15:00', ['day']],
    ['Flight on 2020-01-03 10:00', ['start']],
    ['', ['start']],
  ])('%s: missing %j', (text, missing) => {
    const event = preview(text);
    expect(event).toMatchObject({ status: 'failed', missing, error: expect.any(String) });
    expect(CalendarPreview.safeParse(event).success).toBe(true);
  });

  test('a zone that does not exist', () => {
    expect(preview('Dentist tomorrow at 3pm', {}, 'Mars/Olympus')).toMatchObject({
      status: 'failed',
      missing: ['timeZone'],
    });
  });
});

describe('what was stated counts more than what the text says', () => {
  const text = 'Dentist tomorrow at 3pm for 2 hours';

  test('start, end and the rest', () => {
    const stated = {
      start: '2026-11-25T09:00:00+01:00',
      end: '2026-11-25T09:45:00+01:00',
      summary: 'Check-up',
      location: 'Main Street 5',
      attendees: ['bob@example.com'],
    };
    expect(preview(text, { ...stated, prompt: 'ignored', confidence: 0.9 })).toMatchObject({
      ...stated,
      status: 'ready',
      duration: 'PT45M',
    });
  });

  test('a moment without offset is in the person’s zone, one with another offset is brought there', () => {
    expect(preview(text, { start: '2026-07-01T09:00' })).toMatchObject({ status: 'failed' });
    expect(preview(text, { start: '2027-07-01T09:00' })).toMatchObject({ start: '2027-07-01T09:00:00+02:00' });
    expect(preview(text, { start: '2027-07-01T09:00:00-04:00' })).toMatchObject({ start: '2027-07-01T15:00:00+02:00' });
  });

  test('a stated start has nothing to do with an end in the text', () => {
    expect(preview(text, { start: '2026-11-25T09:00:00+01:00' })).toMatchObject({ end: '2026-11-25T10:00:00+01:00' });
  });

  test('only a start that was missing', () => {
    expect(preview('Dentist', { start: '2026-11-25' })).toMatchObject({
      status: 'ready',
      start: '2026-11-25',
      end: '2026-11-26',
      isAllDay: true,
    });
  });

  test.each([
    [{ start: 'tomorrow' }, ['start']],
    [{ end: 'later' }, ['end']],
    [{ start: '2026-11-25T09:00:00Z', end: '2026-11-25T08:00:00Z' }, ['end']],
    [{ start: '2026-11-25T09:00:00Z', end: '2026-11-25' }, ['end']],
    [{ start: '2026-11-25', isAllDay: false }, ['time']],
    [{ attendees: 'bob' }, []],
  ])('%j is not usable, and nothing of the text takes its place', (payload, missing) => {
    expect(preview(text, payload)).toMatchObject({ status: 'failed', missing });
  });
});

describe('clocks that are put forward and back', () => {
  test('a wall-clock time keeps its hour over the change', () => {
    const beforeChange = '2027-03-27T11:00:00Z';
    expect(preview('Breakfast tomorrow at 9am', {}, 'Europe/Warsaw', beforeChange)).toMatchObject({
      start: '2027-03-28T09:00:00+02:00',
    });
  });

  test('a span from now is a span, not a wall-clock time', () => {
    expect(preview('Call in 3 hours', {}, 'Europe/Warsaw', '2027-03-28T00:30:00Z')).toMatchObject({
      start: '2027-03-28T05:30:00+02:00',
    });
  });

  test('an hour that does not exist becomes the one after it', () => {
    expect(preview('Backup on 2027-03-28 02:30')).toMatchObject({ start: '2027-03-28T03:30:00+02:00' });
  });

  test('"tomorrow" is counted from the person’s day, not from ours', () => {
    const lateInLondon = '2026-11-20T23:30:00Z';
    expect(preview('Dentist tomorrow at 3pm', {}, 'Asia/Tokyo', lateInLondon)).toMatchObject({
      start: '2026-11-22T15:00:00+09:00',
    });
  });
});

test('a hundred thousand characters of times are read in no time', () => {
  const work = () => {
    expect(preview('tomorrow at 3pm for 2 hours '.repeat(4_000)).status).toBe('ready');
    expect(preview(' '.repeat(100_000)).status).toBe('failed');
    expect(preview('1'.repeat(100_000)).status).toBe('failed');
  };
  expect(processorMs(work)).toBeLessThan(5_000);
});
