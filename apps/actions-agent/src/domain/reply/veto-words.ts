import { phrasesOf } from './phrase-book.ts';
import { vocabularies } from './vocabulary/index.ts';
import { type VetoWord, type VetoWords, vetoWords } from './vocabulary/vocabulary.ts';

type Kinds = ReadonlyMap<string, ReadonlySet<VetoWord>>;

interface VetoBook {
  readonly anywhere: Kinds;
  readonly byLanguage: ReadonlyMap<string, Kinds>;
}

function collect(lists: readonly VetoWords[]): Kinds {
  const kinds = new Map<string, Set<VetoWord>>();
  for (const list of lists)
    for (const kind of vetoWords)
      for (const phrase of phrasesOf(list[kind])) kinds.set(phrase, (kinds.get(phrase) ?? new Set()).add(kind));
  return kinds;
}

let compiled: VetoBook | undefined;

function vetoBook(): VetoBook {
  compiled ??= {
    anywhere: collect(vocabularies.map(({ vetoes }) => vetoes)),
    byLanguage: new Map(vocabularies.map(({ language, vetoes }) => [language, collect([vetoes])])),
  };
  return compiled;
}

/** A word's kinds over all languages: which language a stray word belongs to cannot be known. */
export const kindsOfWord = (word: string): readonly VetoWord[] => [...(vetoBook().anywhere.get(word) ?? [])];

const windowsOf = (words: readonly string[], size: number) =>
  words.slice(size - 1).map((_, start) => words.slice(start, start + size).join(' '));

/** What phrases such as "can you" do, though each of their words alone is harmless. */
export function kindsOfPhrases(language: string, words: readonly string[]): readonly VetoWord[] {
  const kinds = vetoBook().byLanguage.get(language);
  return [...windowsOf(words, 2), ...windowsOf(words, 3)].flatMap((phrase) => [...(kinds?.get(phrase) ?? [])]);
}
