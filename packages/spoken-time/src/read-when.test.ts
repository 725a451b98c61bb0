import { expect, test } from '@jest/globals';
import { readWhen } from './read-when.ts';

/** A Friday, eleven in the morning in Warsaw. */
const now = Date.parse('2026-11-20T10:00:00Z');
const read = (text: string, timeZone = 'Europe/Warsaw') => readWhen(text, { now, timeZone });

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
])('"%s" is at %s, and about "%s"', (text, iso, rest) => {
  expect(read(text)).toMatchObject({ at: iso && { iso }, rest });
});

test('what may be in the morning or in the afternoon is no moment', () => {
  expect(read('call mum tomorrow at 5')).toMatchObject({ at: null, hasDay: true, hasClock: true });
});

test.each(['planning tomorrow 14:00-15:30', 'dentist tomorrow at 3pm for 2 hours'])('"%s" also has an end', (text) => {
  expect(read(text)).toMatchObject({ hasEnd: true });
});

test('a zone that does not exist leaves the text alone', () => {
  expect(read('call mum tomorrow', 'Mars/Olympus')).toMatchObject({ at: null, rest: 'call mum tomorrow' });
});
