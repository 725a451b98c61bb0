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
  if (kind === 'reject' || kind === 'refuse') return ['negation'];
  if (kind !== 'unknown') return [];
  const kinds = kindsOfWord(text);
  return kinds.length > 0 ? kinds : ['name'];
}

interface Objection {
  readonly unknown: number;
  readonly vetoes: readonly Veto[];
}

function objectionIn(book: PhraseBook, words: readonly string[]): Objection {
  const phrases = cut(book, words);
  const vetoes: Veto[] = [...phrases.flatMap(vetoesOfPhrase), ...kindsOfPhrases(book.language, words)];
  const saidYes = phrases.filter(({ kind }) => kind === 'yes' || kind === 'approve');
  if (saidYes.length === 0) vetoes.push('no_yes');
  else if (vetoes.includes('negation')) vetoes.push('mixed');
  if (repeatsItself(saidYes)) vetoes.push('doubtful');
  return { unknown: phrases.filter(({ kind }) => kind === 'unknown').length, vetoes };
}

/** The language that knows most of the words, and then the one that has least against them, is taken as theirs. */
function vetoesOfWords(words: readonly string[]): readonly Veto[] {
  const [mildest] = phraseBooks()
    .map((book) => objectionIn(book, words))
    .sort((a, b) => a.unknown - b.unknown || a.vetoes.length - b.vetoes.length);
  return [...(mildest?.vetoes ?? []), ...(isDoubtful(words) ? (['doubtful'] as const) : [])];
}

/** Everything that speaks against taking this reply as a yes; empty when nothing does. */
export function vetoesOf(text: string): readonly Veto[] {
  if (text.length > replyCharsMax) return ['too_long'];
  const { words, mood, clean } = wordsOf(text);
  const vetoes = new Set<Veto>(vetoesOfForm(text));
  if (words.length === 0) vetoes.add('no_text');
  if (mood === 'reject' || mood === 'mixed') vetoes.add('mixed');
  if (!clean && vetoes.size === 0) vetoes.add('sign');
  const ofWords: readonly Veto[] = words.length > replyWordsMax ? ['too_long'] : vetoesOfWords(words);
  return [...new Set([...vetoes, ...ofWords])];
}
