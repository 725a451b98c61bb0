import type { CommandType } from './command.ts';
import { findUrl } from './find-url.ts';
import { withoutCourtesies } from './lead-words.ts';
import { certainty, type Reading } from './reading.ts';
import type { TimesRead } from './times.ts';
import { standsAt } from './trigger.ts';
import { vocabularies } from './vocabulary/index.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';
import { phrasesOf, type Word, wordsOf } from './words.ts';

interface Said {
  readonly text: string;
  readonly words: readonly Word[];
  readonly times: Pick<TimesRead, 'hasDay' | 'hasClock'>;
}

const listed = (pick: (vocabulary: Vocabulary) => string | undefined) =>
  vocabularies.flatMap((vocabulary) => {
    const list = pick(vocabulary);
    return list === undefined ? [] : phrasesOf(list);
  });

const deeds = listed(({ deeds }) => deeds);
const lastDeeds = listed(({ lastDeeds }) => lastDeeds);
const events = listed(({ events }) => events);
const questions = listed(({ questions }) => questions);
const spokenTimes = listed(({ times }) => times);

const begins = ({ words }: Said, phrases: readonly (readonly string[])[]) =>
  phrases.some((phrase) => standsAt(words, 0, phrase));

const ends = ({ words }: Said, phrases: readonly (readonly string[])[]) =>
  phrases.some((phrase) => standsAt(words, words.length - phrase.length, phrase));

const holds = ({ words }: Pick<Said, 'words'>, phrases: readonly (readonly string[])[]) =>
  words.some((_, at) => phrases.some((phrase) => standsAt(words, at, phrase)));

/** Whether a day is named in a language whose days the library does not read. */
export const namesDay = (text: string): boolean => holds({ words: wordsOf(text) }, spokenTimes);

/** Signs that speak for a type, the stronger ones first. */
const signs: readonly { readonly type: CommandType; readonly seen: (said: Said) => boolean }[] = [
  { type: 'research', seen: (said) => begins(said, questions) || said.text.trimEnd().endsWith('?') },
  { type: 'todo', seen: (said) => begins(said, deeds) || ends(said, lastDeeds) },
  { type: 'calendar', seen: (said) => holds(said, events) && (isTimed(said) || holds(said, spokenTimes)) },
  { type: 'calendar', seen: ({ times }) => times.hasDay && times.hasClock },
];

const isTimed = ({ times }: Said) => times.hasDay || times.hasClock;

/** The best guess of the rules where nothing was said outright: honest, so with little confidence. */
export function readHint(text: string, times: Said['times']): Reading {
  const said = { text, words: wordsOf(withoutCourtesies(text.slice(0, 500))), times };
  const sign = signs.find(({ seen }) => seen(said));
  const reading = { words: text.trim(), url: findUrl(text)?.url ?? null };
  if (sign === undefined) return { ...reading, type: 'note', confidence: certainty.none, layer: 'none' };
  return { ...reading, type: sign.type, confidence: certainty.hint, layer: 'hint' };
}
