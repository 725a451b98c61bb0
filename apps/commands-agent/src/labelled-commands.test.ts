import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { titleCharsMax } from './domain/title.ts';
import { labelledCommands, labels } from './testing/measure/labelled.ts';
import { type MeasuredCommand, type Measurement, measureCommands, type Reader } from './testing/measure/measure.ts';
import { isRight, isSmallTalk, isSure, isUnambiguous, reportOf } from './testing/measure/report.ts';

let measured: readonly Measurement[];
beforeAll(async () => {
  measured = await measureCommands();
}, 120_000);

const readBy = (reader: Reader) => measured.find((measurement) => measurement.reader === reader)?.commands ?? [];
const wishesReadBy = (reader: Reader) =>
  readBy(reader).filter((command) => isUnambiguous(command) && !isSmallTalk(command));
const rate = (commands: readonly MeasuredCommand[]) => commands.filter(isRight).length / commands.length;
const textsOf = (commands: readonly MeasuredCommand[]) => commands.map(({ text }) => text);
const readers: readonly Reader[] = [
  'rules alone',
  'answers the label',
  'answers a wrong type',
  'answers garbage',
  'answers late',
  'fails',
];

test('there are at least 300 labelled commands of every type in at least four languages, each once', () => {
  expect(labelledCommands.filter(({ label }) => label !== 'nothing').length).toBeGreaterThanOrEqual(300);
  expect(new Set(labelledCommands.map(({ text }) => text)).size).toBe(labelledCommands.length);
  const kinds = new Set(labelledCommands.map(({ language, label }) => `${language} ${label}`));
  const languages = new Set(labelledCommands.map(({ language }) => language));
  expect(languages.size).toBeGreaterThanOrEqual(4);
  expect(kinds.size).toBe(languages.size * labels.length);
});

describe('the rules alone', () => {
  test('read at least 90 % of what is unambiguous, in the half that was never looked at too', () => {
    const plain = wishesReadBy('rules alone');
    expect(rate(plain)).toBeGreaterThanOrEqual(0.9);
    expect(rate(plain.filter(({ heldOut }) => heldOut))).toBeGreaterThanOrEqual(0.9);
  });

  test('read at least 80 % of it in each language', () => {
    const plain = wishesReadBy('rules alone');
    const languages = [...new Set(plain.map(({ language }) => language))];
    const rates = languages.map((name) => ({ name, rate: rate(plain.filter(({ language }) => language === name)) }));
    expect(rates.filter((language) => language.rate < 0.8)).toEqual([]);
  });

  test('are sure of nothing that is ambiguous', () => {
    expect(textsOf(readBy('rules alone').filter((command) => command.ambiguous && isSure(command)))).toEqual([]);
  });
});

test.each(readers)('read by %s, small talk becomes no action, and no wish is taken for small talk', (reader) => {
  const talk = readBy(reader).filter(isSmallTalk);
  const wishes = readBy(reader).filter((command) => !isSmallTalk(command));
  expect(talk.length).toBeGreaterThanOrEqual(50);
  expect(textsOf(talk.filter(({ classification }) => classification !== null))).toEqual([]);
  expect(textsOf(wishes.filter(({ classification }) => classification === null))).toEqual([]);
});

test.each(readers)('read by %s, no wrong type has a confidence of 0.9 or more', (reader) => {
  expect(readBy(reader)).toHaveLength(labelledCommands.length);
  expect(textsOf(readBy(reader).filter((command) => isSure(command) && !isRight(command)))).toEqual([]);
});

test.each(readers)('read by %s, each title is of the person’s words and no longer than 50 characters', (reader) => {
  const titles = readBy(reader).flatMap(({ classification }) => classification?.title ?? []);
  expect(titles.filter((title) => title === '' || [...title].length > titleCharsMax)).toEqual([]);
  expect(titles).not.toContain('A title of my own');
});

test('a model that is right reads what the rules do not', () => {
  const plain = wishesReadBy('answers the label');
  expect(rate(plain)).toBeGreaterThan(rate(wishesReadBy('rules alone')));
});

test.each(['answers garbage', 'answers late', 'fails'] as const)('a model that %s changes nothing', (reader) => {
  const byRules = readBy('rules alone').map(({ classification }) => classification);
  expect(readBy(reader).map(({ classification }) => classification)).toEqual(byRules);
});

test('a model never makes a link of what has no address', () => {
  const links = readBy('answers a wrong type').filter(({ classification }) => classification?.type === 'link');
  expect(links.filter(({ classification }) => classification?.payload['url'] === undefined)).toEqual([]);
});

test('docs/commands.md tells what is measured here', () => {
  const written = readFileSync(join(import.meta.dirname, '../../../docs/commands.md'), 'utf8');
  expect(written === reportOf(measured) ? '' : 'run `npm run commands -- --write docs/commands.md`').toBe('');
});
