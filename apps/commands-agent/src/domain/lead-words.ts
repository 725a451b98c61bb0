import { vocabularies } from './vocabulary/index.ts';
import { phraseOf, wordsOf } from './words.ts';

const longestFirst = (phrases: readonly string[]) =>
  phrases.map(phraseOf).toSorted((one, other) => other.length - one.length);

const courtesies = longestFirst(vocabularies.flatMap((vocabulary) => vocabulary.courtesies));
const connectors = longestFirst(vocabularies.flatMap((vocabulary) => vocabulary.connectors));

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
