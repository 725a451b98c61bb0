import { describe, expect, test } from '@jest/globals';
import { type Veto, vetoesOf } from './veto.ts';

const cases: ReadonlyArray<readonly [string, Veto]> = [
  ["yes, don't send it", 'negation'],
  ['ja, nicht senden', 'negation'],
  ['yes if it is free', 'condition'],
  ['oui mais plus tard', 'condition'],
  ['yes?', 'question'],
  ['yes who comes', 'question'],
  ['ja stimmt das', 'question'],
  ['yes is that the booking', 'question'],
  ['sí, cambia el título', 'edit'],
  ['yes, another one', 'edit'],
  ['yes tomorrow', 'time'],
  ['tak jutro', 'time'],
  ['yes 5', 'number'],
  ['yes, five', 'number'],
  ['yes Peter', 'name'],
  ['yes peter', 'name'],
  ['да Петру', 'name'],
  ['yes no', 'mixed'],
  ['yes 👎', 'mixed'],
  ['yes www.example.com', 'url'],
  ['yes https://example.com', 'url'],
  ['"yes"', 'quote'],
  ['> yes', 'quote'],
  ['yes %', 'sign'],
  ['yes 🙄', 'sign'],
  ['ja ja', 'doubtful'],
  ['yeah sure', 'doubtful'],
  ['I want it', 'no_yes'],
  ['please', 'no_yes'],
  ['', 'no_text'],
  ['👍', 'no_text'],
  ['yes '.repeat(13), 'too_long'],
  [`yes${' '.repeat(500)}`, 'too_long'],
  ['yes\u202E', 'hidden_characters'],
];

describe('what speaks against a yes', () => {
  test.each(cases)('%p: %s', (text, veto) => {
    expect(vetoesOf(text)).toContain(veto);
  });

  test('nothing speaks against a yes that only points at what was shown', () => {
    const texts = [
      'yes I want that',
      'yes, please book the table',
      'Ja, bitte den Termin buchen',
      'oui je veux réserver',
      'sí, quiero hacerlo',
      'так, я хочу це',
    ];
    expect(texts.flatMap(vetoesOf)).toEqual([]);
  });
});
