import { expect, test } from '@jest/globals';
import { toLanguage, toTimeZone } from './locale.ts';

test.each([
  ['Europe/Warsaw', 'Europe/Warsaw'],
  ['europe/warsaw', 'Europe/Warsaw'],
  ['Asia/Kolkata', 'Asia/Kolkata'],
  ['utc', 'UTC'],
  ['+01:00', null],
  ['Mars/Olympus', null],
  ['', null],
])('the time zone %j is %j', (written, zone) => {
  expect(toTimeZone(written)).toBe(zone);
});

test.each([
  ['pl', 'pl'],
  ['PT-br', 'pt-BR'],
  ['zh-hant-tw', 'zh-Hant-TW'],
  ['xx', null],
  ['en-QQ', null],
  ['English', null],
  ['', null],
])('the language %j is %j', (written, tag) => {
  expect(toLanguage(written)).toBe(tag);
});

test('every zone of the runtime is one', () => {
  expect(Intl.supportedValuesOf('timeZone').filter((zone) => toTimeZone(zone) !== zone)).toEqual([]);
});
