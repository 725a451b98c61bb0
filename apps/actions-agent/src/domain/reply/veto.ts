import { cut, type Phrase, type PhraseBook, phraseBooks, phrasesOf } from './phrase-book.ts';
import { hasHiddenCharacters, type ReplyWords, wordsOf } from './reply-words.ts';
import { vocabularies } from './vocabulary/index.ts';
import type { VetoWord } from './vocabulary/vocabulary.ts';

/**
 * Why a language model's yes does not count. The rule behind the words is one: each word of the reply must be known as
 * harmless in one and the same language, and one of them must be a yes. So a name, a time or a trick that no list
 * foresaw is a veto too (`name`); the lists of veto words only say which kind it is.
 */
export type Veto =
  | VetoWord
  | 'mixed'
  | 'name'
  | 'no_yes'
  | 'doubtful'
  | 'sign'
  | 'url'
  | 'quote'
  | 'no_text'
  | 'too_long'
  | 'hidden_characters';

export const replyCharsMax = 500;
const replyWordsMax = 12;

/** What can be seen without understanding a word. */
const forms: ReadonlyArray<readonly [Veto, RegExp]> = [
  ['question', /[?？؟¿;⁇⁈⁉]/],
  ['quote', /["“”„«»‹›「」『』]|^\s*>|(?:^|\s)['‘’]/m],
  ['url', /:\/\/|\bwww\.|[\p{L}\p{N}]\.(?:com|org|net|io|dev|app|info|gov|edu|eu|uk|de|fr|pl|ru|es|it|nl)\b/iu],
  ['number', /\p{N}/u],
];

const kindsOfWord: ReadonlyMap<string, ReadonlySet<VetoWord>> = collectKinds();

function collectKinds(): Map<string, Set<VetoWord>> {
  const kinds = new Map<string, Set<VetoWord>>();
  for (const { vetoes } of vocabularies)
    for (const [kind, list] of Object.entries(vetoes) as [VetoWord, string][])
      for (const phrase of phrasesOf(list)) kinds.set(phrase, (kinds.get(phrase) ?? new Set()).add(kind));
  return kinds;
}
