import { expect, test } from '@jest/globals';
import { readMoment } from './read-moment.ts';

/** A Friday, eleven in the morning in Warsaw. */
const now = Date.parse('2026-11-20T10:00:00Z');
const read = (text: string, before: string | null = null, timeZone = 'Europe/Warsaw') =>
  readMoment(text, { now, timeZone, language: 'en', before });

test.each([
  ['tomorrow at 3pm', null, '2026-11-21T15:00:00+01:00'],
  ['at 3pm', '2026-11-27T09:00:00+01:00', '2026-11-27T15:00:00+01:00'],
  ['3pm', '2026-11-27', '2026-11-27T15:00:00+01:00'],
  ['um 15 Uhr', '2026-11-27T09:00:00+01:00', '2026-11-27T15:00:00+01:00'],
  ['o 15:00', '2026-11-27T09:00:00+01:00', '2026-11-27T15:00:00+01:00'],
  ['à 15h', '2026-11-27T09:00:00+01:00', '2026-11-27T15:00:00+01:00'],
  ['on Monday', '2026-11-27T09:00:00+01:00', '2026-11-23T09:00:00+01:00'],
  ['on Monday', null, '2026-11-23'],
  ['tomorrow', '2026-11-27', '2026-11-21'],
  ['at 3pm', null, '2026-11-20T15:00:00+01:00'],
  ['at 9am', null, '2026-11-21T09:00:00+01:00'],
  ['2026-12-24T18:00:00Z', null, '2026-12-24T19:00:00+01:00'],
])('"%s", said about %s, is %s', (text, before, iso) => {
  expect(read(text, before)).toMatchObject({ outcome: 'read', iso });
});

test.each(['at 5', 'tomorrow at 5'])('"%s" may be in the morning or in the afternoon', (text) => {
  expect(read(text)).toMatchObject({ outcome: 'unclear', problem: expect.stringContaining('morning') });
});

test.each(['', 'with milk', 'at 3pm with Bob', 'from 2pm to 4pm', 'for 2 hours', '3', 'Dentist'])(
  '"%s" is not one day or time',
  (text) => {
    expect(read(text)).toEqual({ outcome: 'none' });
  },
);

test('a time is one of the person’s zone, on both sides of a change of clocks', () => {
  expect(read('at 3pm', '2027-03-27T09:00:00+01:00')).toMatchObject({ iso: '2027-03-27T15:00:00+01:00' });
  expect(read('on 28 March 2027', '2027-03-27T15:00:00+01:00')).toMatchObject({ iso: '2027-03-28T15:00:00+02:00' });
});

test('a zone that does not exist is said', () => {
  expect(read('at 3pm', null, 'Mars/Olympus')).toMatchObject({ outcome: 'unclear' });
});

test('a day that may be either of two is told with both', () => {
  expect(read('12/11 at 3pm')).toEqual({
    outcome: 'unclear',
    problem: expect.stringContaining('12 November or 11 December'),
  });
});
