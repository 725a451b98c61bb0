import { vocabularies } from './vocabulary/index.ts';
import { phrasesOf, wordsOf } from './words.ts';

const longestFirst = (lists: readonly string[]) =>
  lists.flatMap(phrasesOf).toSorted((one, other) => other.length - one.length);

const courtesies = longestFirst(vocabularies.map((vocabulary) => vocabulary.courtesies));
const connectors = longestFirst(vocabularies.map((vocabulary) => vocabulary.connectors));

/** The text from its first word on that is none of these. */
function without(leads: readonly (readonly string[])[], text: string): string {
  const words = wordsOf(text);
  let at = 0;
  for (;;) {
    const lead = leads.find((phrase) => phrase.every((word, index) => words[at + index]?.text === word));
    if (lead === undefined) return at === 0 ? text : text.slice(words[at]?.start ?? text.length);
    at += lead.length;
  }
}

/** "Hey, can you please …": what comes after it. */
export const withoutCourtesies = (text: string): string => without(courtesies, text);

/** "To call mum" is "call mum". Words that are nothing else stay as they are. */
export const withoutConnectors = (text: string): string => without(connectors, text) || text;
