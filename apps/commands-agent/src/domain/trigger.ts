import type { CommandType } from './command.ts';
import { commandTypes } from './command.ts';
import { vocabularies } from './vocabulary/index.ts';
import { isAlike, phrasesOf, type Word } from './words.ts';

/** A known phrase and what it says. */
export interface Trigger {
  readonly type: CommandType;
  readonly words: readonly string[];
  /** Whether it is part of what is wanted, and not only the word that says so. */
  readonly isTopic: boolean;
}

/** Where a trigger stands among the words of a text. */
export interface Found {
  readonly trigger: Trigger;
  readonly at: number;
  readonly isExact: boolean;
}

type Kind = 'prefixes' | 'phrases' | 'topics';

const phrasesIn = (list: string | undefined) => (list === undefined ? [] : phrasesOf(list));

const triggersOf = (kind: Kind): readonly Trigger[] =>
  vocabularies.flatMap((vocabulary) =>
    commandTypes.flatMap((type) =>
      phrasesIn(vocabulary[kind][type]).map((words) => ({ type, words, isTopic: kind === 'topics' })),
    ),
  );

/** Longer ones first: "note to self" is more than "note". */
const longestFirst = (triggers: readonly Trigger[]) =>
  triggers.toSorted((one, other) => other.words.length - one.words.length);

export const prefixes = longestFirst(triggersOf('prefixes'));
export const phrases = longestFirst([...triggersOf('phrases'), ...triggersOf('topics')]);

const same = (said: string, meant: string) => said === meant;

/** Whether the words from `at` on are these. */
export const standsAt = (words: readonly Word[], at: number, meant: readonly string[], alike = same): boolean =>
  at + meant.length <= words.length && meant.every((word, index) => alike(words[at + index]?.text ?? '', word));

/** The trigger that stands at this word; correctly spelt ones come before misspelt ones. */
export function triggerAt(triggers: readonly Trigger[], words: readonly Word[], at: number): Found | null {
  for (const alike of [same, isAlike]) {
    const trigger = triggers.find((candidate) => standsAt(words, at, candidate.words, alike));
    if (trigger !== undefined) return { trigger, at, isExact: alike === same };
  }
  return null;
}
