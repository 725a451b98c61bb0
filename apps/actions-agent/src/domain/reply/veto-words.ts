import { phrasesOf } from './phrase-book.ts';
import { vocabularies } from './vocabulary/index.ts';
import { type VetoWord, type VetoWords, vetoWords } from './vocabulary/vocabulary.ts';

type Kinds = ReadonlyMap<string, ReadonlySet<VetoWord>>;

function collect(lists: readonly VetoWords[]): Kinds {
  const kinds = new Map<string, Set<VetoWord>>();
  for (const list of lists)
    for (const kind of vetoWords)
      for (const phrase of phrasesOf(list[kind])) kinds.set(phrase, (kinds.get(phrase) ?? new Set()).add(kind));
  return kinds;
}

const kindsAnywhere = collect(vocabularies.map(({ vetoes }) => vetoes));
const kindsByLanguage = new Map(vocabularies.map(({ language, vetoes }) => [language, collect([vetoes])]));

/** A word's kinds over all languages: which language a stray word belongs to cannot be known. */
export const kindsOfWord = (word: string): readonly VetoWord[] => [...(kindsAnywhere.get(word) ?? [])];

const phraseWordsMax = 3;

/** What phrases such as "can you" do, though each word alone is harmless. */
export function kindsOfPhrases(language: string, words: readonly string[]): readonly VetoWord[] {
  const kinds = kindsByLanguage.get(language);
  const found = words.flatMap((_, start) =>
    Array.from({ length: phraseWordsMax - 1 }, (__, more) => words.slice(start, start + more + 2).join(' ')),
  );
  return found.flatMap((phrase) => [...(kinds?.get(phrase) ?? [])]);
}
