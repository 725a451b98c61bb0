import { type Intent, type Reading, unclear } from './intent.ts';
import { cut, type Phrase, type PhraseBook, phraseBooks } from './phrase-book.ts';
import { hasHiddenCharacters, type ReplyWords, wordsOf } from './reply-words.ts';

/** A longer reply says more than yes or no; a no may go on about the decision. */
const exactWordsMax = 6;
const refusalWordsMax = 12;
const exactCharsMax = 120;

const has = (phrases: readonly Phrase[], ...kinds: readonly Phrase['kind'][]) =>
  phrases.some(({ kind }) => kinds.includes(kind));

/** A whole reply that people use to mock, in whatever language. */
export const isDoubtful = (words: readonly string[]): boolean =>
  phraseBooks().some(({ doubtful }) => doubtful.has(words.join(' ')));

/** "Sure, sure" is no stronger than "sure": people say a word twice when they are annoyed. */
export function repeatsItself(phrases: readonly Phrase[]): boolean {
  const said = phrases.filter(({ kind }) => kind !== 'courtesy').map(({ text }) => text);
  return new Set(said).size < said.length;
}

function isApproval(phrases: readonly Phrase[]): boolean {
  if (!has(phrases, 'yes', 'approve') || repeatsItself(phrases)) return false;
  return has(phrases, 'yes') || !has(phrases, 'echo');
}

/** "No, do not approve this note": a no that names the decision, and nothing that is about something else. */
function isRefusal({ things }: PhraseBook, phrases: readonly Phrase[]): boolean {
  const isItsThing = ({ kind, text }: Phrase, at: number) =>
    phrases[at - 1]?.kind === 'refuse' && (kind === 'thing' || things.has(text));
  const isAboutIt = (phrase: Phrase, at: number) =>
    has([phrase], 'reject', 'refuse', 'courtesy') || isItsThing(phrase, at);
  return has(phrases, 'refuse') && phrases.every(isAboutIt);
}

/** What the words say in one language, when every one of them is known and none contradicts another. */
function intentIn(book: PhraseBook, words: readonly string[]): Intent {
  const phrases = cut(book, words);
  if (isRefusal(book, phrases)) return 'reject';
  if (words.length > exactWordsMax || has(phrases, 'unknown', 'plain', 'thing', 'refuse')) return 'unclear';
  if (!has(phrases, 'reject')) return isApproval(phrases) ? 'approve' : 'unclear';
  return has(phrases, 'yes', 'approve', 'praise', 'echo') ? 'unclear' : 'reject';
}

/** The one intent that some language sees and no other contradicts. What mocks in one language is in doubt in all. */
function intentOfWords(words: readonly string[]): Intent {
  const seen = new Set(isDoubtful(words) ? [] : phraseBooks().map((book) => intentIn(book, words)));
  seen.delete('unclear');
  const [intent = 'unclear'] = seen;
  return seen.size === 1 ? intent : 'unclear';
}

function intentOf({ words, mood, clean }: ReplyWords): Intent {
  if (!clean || mood === 'mixed' || words.length > refusalWordsMax) return 'unclear';
  if (words.length === 0) return mood === 'none' ? 'unclear' : mood;
  const intent = intentOfWords(words);
  return mood === 'none' || mood === intent ? intent : 'unclear';
}

/** Reads a reply that is, as a whole, one of the known ways to say yes or no. No model, no guess. */
export function readExact(text: string): Reading {
  if (text.length > exactCharsMax || hasHiddenCharacters(text)) return unclear('not a plain yes or no');
  const intent = intentOf(wordsOf(text));
  return intent === 'unclear' ? unclear('not a plain yes or no') : { intent, layer: 'exact', reason: 'plain words' };
}
