import { standsAt } from './trigger.ts';
import { vocabularies } from './vocabulary/index.ts';
import { type SmallTalk, smallTalkKinds } from './vocabulary/vocabulary.ts';
import { phrasesOf, type Word, wordsOf } from './words.ts';

/** A longer text wants something, or tells something. */
const wordsMax = 8;

interface Phrase {
  readonly kind: SmallTalk;
  readonly words: readonly string[];
}

/** Longer ones first: "no thanks" is more than "no". */
const phrases: readonly Phrase[] = vocabularies
  .flatMap(({ smallTalk }) =>
    smallTalkKinds.flatMap((kind) => phrasesOf(smallTalk[kind]).map((words) => ({ kind, words }))),
  )
  .toSorted((one, other) => other.words.length - one.words.length);

/**
 * What kind of small talk a text is that wants nothing: every word of it must be known to be nothing else. Signs alone are
 * a courtesy. Null for whatever may be a wish.
 */
export function smallTalkIn(text: string): SmallTalk | null {
  const words = wordsOf(text);
  if (words.length > wordsMax || !/^[^\p{N}]*$/u.test(text)) return null;
  const kinds = kindsOf(words);
  if (kinds === null) return null;
  return smallTalkKinds.find((kind) => kinds.includes(kind)) ?? 'courtesy';
}

/** Null: some word is none of ours. */
function kindsOf(words: readonly Word[]): readonly SmallTalk[] | null {
  const kinds: SmallTalk[] = [];
  for (let at = 0; at < words.length; ) {
    const found = phrases.find((phrase) => standsAt(words, at, phrase.words));
    if (found === undefined) return null;
    kinds.push(found.kind);
    at += found.words.length;
  }
  return kinds;
}
