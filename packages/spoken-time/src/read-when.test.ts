import { expect, test } from '@jest/globals';
import { readWhen } from './read-when.ts';

/** A Friday, eleven in the morning in Warsaw. */
const now = Date.parse('2026-11-20T10:00:00Z');
const read = (text: string, timeZone = 'Europe/Warsaw', language = 'en') => readWhen(text, { now, timeZone, language });

test.each([
  ['call mum tomorrow at 9am', '2026-11-21T09:00:00+01:00', 'call mum'],
  ['pay the rent on Monday', '2026-11-23', 'pay the rent'],
  ['take the cake out at 18:30', '2026-11-20T18:30:00+01:00', 'take the cake out'],
  ['die Pizza um 9 Uhr bestellen', '2026-11-21T09:00:00+01:00', 'die Pizza bestellen'],
  ['water the plants in 2 hours', '2026-11-20T13:00:00+01:00', 'water the plants'],
  ['ping me at 15:30 to join', '2026-11-20T15:30:00+01:00', 'ping me to join'],
  ['buy milk on the way home', null, 'buy milk on the way home'],
  ['llamar al fontanero', null, 'llamar al fontanero'],
  ['rendre les livres à la bibliothèque', null, 'rendre les livres à la bibliothèque'],
  ['prendere il pane al mare', null, 'prendere il pane al mare'],
  ['sortir le gâteau dans 20 minutes', '2026-11-20T11:20:00+01:00', 'sortir le gâteau'],
  ['nothing about time', null, 'nothing about time'],
  ['pay the rent on the 5th at 9am', '2026-12-05T09:00:00+01:00', 'pay the rent'],
  ['Zahnarzt anrufen am 25. um 10 Uhr', '2026-11-25T10:00:00+01:00', 'Zahnarzt anrufen'],
  ['appeler le dentiste le 25 à 10h', '2026-11-25T10:00:00+01:00', 'appeler le dentiste'],
  ['call Bob tomorrow at 17:00 New York time', '2026-11-21T23:00:00+01:00', 'call Bob'],
  ['call Bob tomorrow at 5pm Eastern time', '2026-11-21T23:00:00+01:00', 'call Bob'],
  ['ring Anna um 12:30 Londoner Zeit', '2026-11-20T13:30:00+01:00', 'ring Anna'],
  ['install version 1.2 tomorrow at 10:00', '2026-11-21T10:00:00+01:00', 'install version 1.2'],
  ['add 3/4 cup flour at 5pm', '2026-11-20T17:00:00+01:00', 'add 3/4 cup flour'],
  ['call Bob tomorrow at half past 9pm', '2026-11-21T21:30:00+01:00', 'call Bob'],
  ['call Bob tomorrow at quarter to five in the afternoon', '2026-11-21T16:45:00+01:00', 'call Bob'],
  ['call Bob tomorrow at 9:30 in the evening', '2026-11-21T21:30:00+01:00', 'call Bob'],
  ['call Bob tomorrow morning at 9', '2026-11-21T09:00:00+01:00', 'call Bob'],
  ['call Bob at 3 tomorrow afternoon', '2026-11-21T15:00:00+01:00', 'call Bob'],
  ['call Bob tomorrow at nine in the morning', '2026-11-21T09:00:00+01:00', 'call Bob'],
  ['call Bob tomorrow at 1800 hours', '2026-11-21T18:00:00+01:00', 'call Bob'],
  ['call Bob in an hour and a half', '2026-11-20T12:30:00+01:00', 'call Bob'],
  ['morgen früh um 9 Bob anrufen', '2026-11-21T09:00:00+01:00', 'Bob anrufen'],
  ['Bob anrufen morgen um halb zehn abends', '2026-11-21T21:30:00+01:00', 'Bob anrufen'],
  ['appeler Bob demain à 9h et demie', '2026-11-21T09:30:00+01:00', 'appeler Bob'],
  ['llamar a Bob mañana a las 9 y media de la mañana', '2026-11-21T09:30:00+01:00', 'llamar a Bob'],
  ['evening class tomorrow at 9:30', '2026-11-21T09:30:00+01:00', 'evening class'],
  ['look up why it is open 24/7', null, 'look up why it is open 24/7'],
])('"%s" is at %s, and about "%s"', (text, iso, rest) => {
  expect(read(text)).toMatchObject({ at: iso && { iso }, rest });
});

test.each([
  ['en-GB', 'dentist 12/11/2027 at 3pm', '2027-11-12T15:00:00+01:00'],
  ['en-US', 'dentist 12/11/2027 at 3pm', '2027-12-11T15:00:00+01:00'],
  ['de', 'Zahnarzt am 12/11/2027 um 15 Uhr', '2027-11-12T15:00:00+01:00'],
  ['en-US', 'dentist on 12.11.2027 at 15:00', '2027-11-12T15:00:00+01:00'],
  ['en', 'dentist 25/12 at 9am', '2026-12-25T09:00:00+01:00'],
  ['en', 'dentist 12/25 at 9am', '2026-12-25T09:00:00+01:00'],
  ['en', 'dentist 5/5 at 9am', '2027-05-05T09:00:00+02:00'],
])('someone who writes %s means by "%s" %s', (language, text, iso) => {
  expect(read(text, 'Europe/Warsaw', language).at).toEqual({ iso, isDay: false });
});

test.each([
  'call mum 12/11 at 3pm',
  'call mum on 31/02 at 5pm',
  'call mum 31/02 at 5pm',
  'call mum on Christmas at 5pm',
  'call mum a week before Christmas at 5pm',
  'call mum at 5pm the day before my birthday',
  'call mum next week at 5pm',
  'call mum the week after next at 10am',
  'call mum Tuesday week at 5pm',
  'call mum in December at 5pm',
  'call mum every Monday at 5pm',
  'call mum Monday and Tuesday at 5pm',
  'call mum a week from tomorrow at 5pm',
  'call mum on Monday, not Tuesday, at 5pm',
  'take the pills 30 minutes before the meeting at 5pm',
])('"%s" names a day that is not certain, and no moment is made of it', (text) => {
  expect(read(text)).toMatchObject({ at: null, hasDay: true });
});

test('of two times none is chosen, and a zone that nobody knows is not left out', () => {
  expect(read('call mum tomorrow at 3 or 5pm').at).toBeNull();
  expect(read('pay 12.50 tomorrow at 10:00').at).toBeNull();
  expect(read('call mum tomorrow at 5pm Mars time').at).toBeNull();
});

test.each(['call mum tomorrow at 5', 'call mum tomorrow at half past 9', 'Mama morgen um halb zehn anrufen'])(
  '"%s" may be in the morning or in the afternoon, and is no moment',
  (text) => {
    expect(read(text)).toMatchObject({ at: null, hasDay: true, hasClock: true });
  },
);

test.each([
  'planning tomorrow 14:00-15:30',
  'dentist tomorrow at 3pm for 2 hours',
  'planning tomorrow between 2 and 3pm',
])('"%s" also has an end', (text) => {
  expect(read(text)).toMatchObject({ hasEnd: true });
});

test('a zone that does not exist leaves the text alone', () => {
  expect(read('call mum tomorrow', 'Mars/Olympus')).toMatchObject({ at: null, rest: 'call mum tomorrow' });
});

test.each([
  ['workshop tomorrow from 10am to 5pm', '2026-11-21T10:00:00+01:00'],
  ['shift tomorrow from 20 to 22 Uhr', '2026-11-21T20:00:00+01:00'],
  ['trip tomorrow between 5 and 7pm', '2026-11-21T17:00:00+01:00'],
])('"%s" is a span that begins at %s', (text, iso) => {
  expect(read(text)).toMatchObject({ at: { iso }, hasEnd: true });
});

test.each(['workshop tomorrow from 10 to 5pm', 'workshop tomorrow from ten to five pm', 'workshop tomorrow 10 to 12'])(
  'no minutes are made of "%s", and no moment',
  (text) => {
    expect(read(text).at?.isDay ?? true).toBe(true);
  },
);
