import { isDoubtful, repeatsItself } from './exact.ts';
import { cut, type Phrase, type PhraseBook, phraseBooks } from './phrase-book.ts';
import { hasHiddenCharacters, wordsOf } from './reply-words.ts';
import { kindsOfPhrases, kindsOfWord } from './veto-words.ts';
import type { VetoWord } from './vocabulary/vocabulary.ts';

/**
 * Why a language model's yes does not count. Behind the names is one rule: each word of the reply must be known as
 * harmless in one and the same language, and one phrase must be a yes. So a name, a time or a trick that no list foresaw
 * is a veto too (`name`); the lists of veto words only say of which kind it is.
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
  ['question', /[?？؟¿\u037E⁇⁈⁉]/],
  ['quote', /["“”„«»‹›「」『』]|^\s*>|(?:^|\s)['‘’]/m],
  ['url', /:\/\/|\bwww\.|[\p{L}\p{N}]\.(?:com|org|net|io|dev|app|info|gov|edu|eu|uk|de|fr|pl|ru|es|it|nl)\b/iu],
  ['number', /\p{N}/u],
];

const vetoesOfForm = (text: string): readonly Veto[] => [
  ...forms.filter(([, form]) => form.test(text)).map(([veto]) => veto),
  ...(hasHiddenCharacters(text) ? (['hidden_characters'] as const) : []),
];

function vetoesOfPhrase({ kind, text }: Phrase): readonly Veto[] {
  if (kind === 'reject') return ['negation'];
  if (kind !== 'unknown') return [];
  const kinds = kindsOfWord(text);
  return kinds.length > 0 ? kinds : ['name'];
}

const saysYes = (phrases: readonly Phrase[]) => phrases.some(({ kind }) => kind === 'yes' || kind === 'approve');

function vetoesIn(book: PhraseBook, words: readonly string[]): readonly Veto[] {
  const phrases = cut(book, words);
  const vetoes: Veto[] = [...phrases.flatMap(vetoesOfPhrase), ...kindsOfPhrases(book.language, words)];
  if (!saysYes(phrases)) vetoes.push('no_yes');
  else if (vetoes.includes('negation')) vetoes.push('mixed');
  if (repeatsItself(phrases.filter(({ kind }) => kind === 'yes' || kind === 'approve'))) vetoes.push('doubtful');
  return vetoes;
}

/** The language that has least against the words is taken as the one they are in. */
function vetoesOfWords(words: readonly string[]): readonly Veto[] {
  const [mildest = []] = phraseBooks.map((book) => vetoesIn(book, words)).sort((a, b) => a.length - b.length);
  return isDoubtful(words) ? [...mildest, 'doubtful'] : mildest;
}

/** Everything that speaks against taking this reply as a yes; empty when nothing does. */
export function vetoesOf(text: string): readonly Veto[] {
  if (text.length > replyCharsMax) return ['too_long'];
  const { words, mood, clean } = wordsOf(text);
  const vetoes = new Set<Veto>(vetoesOfForm(text));
  if (words.length === 0) vetoes.add('no_text');
  if (words.length > replyWordsMax) vetoes.add('too_long');
  if (mood === 'reject' || mood === 'mixed') vetoes.add('mixed');
  if (!clean && vetoes.size === 0) vetoes.add('sign');
  return [...new Set([...vetoes, ...vetoesOfWords(words)])];
}
