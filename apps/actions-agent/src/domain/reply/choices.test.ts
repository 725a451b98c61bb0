import { expect, test } from '@jest/globals';
import { type Choice, readChoices } from './choices.ts';

const named = ({ decision, about }: Choice) =>
  `${decision} ${about.by === 'number' ? about.number : about.by === 'code' ? about.code : about.by}`;

function read(text: string): string | null {
  const choices = readChoices(text);
  return choices === null || choices === 'unclear' ? choices : choices.map(named).toSorted().join(', ');
}

test.each([
  ['approve 1 and 3, reject 2', 'approve 1, approve 3, reject 2'],
  ['Approve 1, 3. Reject 2.', 'approve 1, approve 3, reject 2'],
  ['yes to 1 and 3, no to 2', 'approve 1, approve 3, reject 2'],
  ['1 yes, 2 no', 'approve 1, reject 2'],
  ['1: yes, 2: no', 'approve 1, reject 2'],
  ['1. yes, 2. no', 'approve 1, reject 2'],
  ['approve: 1, 3; reject: 2', 'approve 1, approve 3, reject 2'],
  ['1 and 3 yes, 2 no', 'approve 1, approve 3, reject 2'],
  ['1 👍 2 👎', 'approve 1, reject 2'],
  ['yes to number 2 please', 'approve 2'],
  ['ok 2', 'approve 2'],
  ['no 2', 'reject 2'],
  ["don't approve 1", 'reject 1'],
  ['approve 2, do not approve 1', 'approve 2, reject 1'],
  ['#2 ok', 'approve 2'],
  ['approve K7QF2', 'approve K7QF2'],
  ['approve #k7qf2 and reject ABCDE', 'approve K7QF2, reject ABCDE'],
  ['approve pansy', 'approve PANSY'],
  ['K7QF2 yes', 'approve K7QF2'],
  ['ja 1 und 3, nein 2', 'approve 1, approve 3, reject 2'],
  ['oui 1, non 2', 'approve 1, reject 2'],
  ['tak 1 i 3, nie 2', 'approve 1, approve 3, reject 2'],
  ['approve 1 and 1', 'approve 1'],
  ['yes to all', 'approve all'],
  ['yes to all of them', 'approve all'],
  ['reject everything', 'reject all'],
  ['yes to both', 'approve both'],
  ['1', 'show 1'],
  ['K7QF2', 'show K7QF2'],
  ['maybe 1', 'show 1, show MAYBE'],
  ['yes, dates', 'approve DATES'],
])('"%s" is: %s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

const nothing = `
  yes | no | all good | approve | approve 1? | perhaps 1 | not approve 1 | don't reject 1
  approve 1 but not today | approve 1 if it rains | approve 1 tomorrow | yes at 3:30 | approve 1-3 | approve 1.5
  approve 1, 2 no | 1 yes no 2 yes | approve 1, reject 1 | yes no 1 | yes 1 yes 2 no | approve all, reject 2
  approve all except 2 | approve 1 with milk | yes 3pm | yes 3 pm | buy 2 apples | approve 0 | approve 100
  Yes, for 2 please. | approve for 2 | approve the first | approve "1" | approve 1 https://a.example | yes sure sure 1 | yes but 1 | edit 1 | 1 edit: title Dentist`
  .split(/\s*[|\n]\s*/u)
  .filter((reply) => reply !== '');

test.each([
  'approve 1, no, 2',
  'Approve 1. No, 2',
  'yes to 1 - no, 2',
  'ja 1, nein, 2',
  'reject 1, yes, 2',
  '1, not 2, ok',
  '1 ok 2, no!',
])('"%s" may take back what it said first, so it decides nothing', (text) => {
  expect(read(text)).toBe('unclear');
});

test.each([...nothing, '', 'approve 1\u202E2', `approve ${'1 '.repeat(120)}`])('"%s" decides nothing', (text) => {
  expect(read(text)).toBeNull();
});
