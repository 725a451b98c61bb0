import { fold } from './reply-words.ts';
import { vocabularies } from './vocabulary/index.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

export type PhraseKind = 'yes' | 'approve' | 'praise' | 'echo' | 'courtesy' | 'reject' | 'refuse' | 'plain' | 'thing';

export interface Phrase {
  readonly kind: PhraseKind | 'unknown';
  readonly text: string;
}

/** One language's lists, compiled: every phrase as its folded words. */
export interface PhraseBook {
  readonly language: string;
  readonly kinds: ReadonlyMap<string, PhraseKind>;
  readonly firstWords: ReadonlySet<string>;
  readonly longest: number;
  readonly doubtful: ReadonlySet<string>;
  /** Kinds of things, not pointed at. */
  readonly things: ReadonlySet<string>;
}

const choice = /\(([^()]*)\)/;

/** `(go|move) on` becomes `go on` and `move on`. */
function spellOut(pattern: string): readonly string[] {
  const found = choice.exec(pattern);
  if (!found) return [pattern];
  const [group, sides = ''] = found;
  return sides.split('|').flatMap((side) => spellOut(pattern.replace(group, side)));
}

const asWords = (phrase: string) => phrase.match(/\p{L}[\p{L}\p{M}]*/gu)?.join(' ') ?? '';

/** The phrases of one list, folded as a reply is folded. */
export const phrasesOf = (list = ''): readonly string[] =>
  fold(list)
    .split(',')
    .flatMap(spellOut)
    .map(asWords)
    .filter((phrase) => phrase !== '');

function pointedAt({ things, pointers }: Vocabulary): readonly string[] {
  const nouns = phrasesOf(things);
  return phrasesOf(pointers).flatMap((pointer) => nouns.map((noun) => `${pointer} ${noun}`));
}

/** Weakest first: where a phrase stands in two lists, the later one of these counts. */
const kindsByStrength = ['plain', 'courtesy', 'praise', 'echo', 'approve', 'yes', 'reject', 'refuse'] as const;

function compile(vocabulary: Vocabulary): PhraseBook {
  const kinds = new Map<string, PhraseKind>(pointedAt(vocabulary).map((phrase) => [phrase, 'thing']));
  for (const kind of kindsByStrength) for (const phrase of phrasesOf(vocabulary[kind])) kinds.set(phrase, kind);
  const lengths = Array.from(kinds.keys(), (phrase) => phrase.split(' ').length);
  return {
    language: vocabulary.language,
    kinds,
    firstWords: new Set(Array.from(kinds.keys(), (phrase) => phrase.split(' ', 1)[0] ?? '')),
    longest: Math.max(...lengths),
    doubtful: new Set(phrasesOf(vocabulary.doubtful)),
    things: new Set(phrasesOf(vocabulary.things)),
  };
}

let compiled: readonly PhraseBook[] | undefined;

/** Compiled with the first reply, so that a process that reads none starts no slower. */
export function phraseBooks(): readonly PhraseBook[] {
  compiled ??= vocabularies.map(compile);
  return compiled;
}

function longestPhraseAt(book: PhraseBook, words: readonly string[], start: number): Phrase & { readonly end: number } {
  const first = words[start] ?? '';
  const last = book.firstWords.has(first) ? Math.min(start + book.longest, words.length) : start;
  for (let end = last; end > start; end -= 1) {
    const text = words.slice(start, end).join(' ');
    const kind = book.kinds.get(text);
    if (kind) return { kind, text, end };
  }
  return { kind: 'unknown', text: first, end: start + 1 };
}

/** The words cut into the longest phrases that the language knows, from left to right. */
export function cut(book: PhraseBook, words: readonly string[]): readonly Phrase[] {
  const phrases: Phrase[] = [];
  for (let at = 0; at < words.length; ) {
    const { kind, text, end } = longestPhraseAt(book, words, at);
    phrases.push({ kind, text });
    at = end;
  }
  return phrases;
}
