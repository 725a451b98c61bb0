import type { ParsedResult } from 'chrono-node';
import { withClocks } from './clock-words.ts';

/** How a span is spoken of, with the two words of each language. */
const spans = [
  ['between', 'and'],
  ['zwischen', 'und'],
  ['entre', 'et'],
  ['entre', 'y'],
  ['entre', 'e'],
  ['tra', 'e'],
  ['fra', 'e'],
  ['tussen', 'en'],
  ['mellan', 'och'],
] as const;

const patterns = spans.map(
  ([between, and]) =>
    new RegExp(
      `(?<!\\p{L})(${between})(\\s+[^,;.!?]{0,12}?\\d[^,;!?]{0,16}?\\s+)(${and})(?=\\s+(?:las? |le |l')?\\d)`,
      'giu',
    ),
);

/** "Between 2 and 3pm" as "2 - 3pm". */
const withDashes = (text: string): string =>
  patterns.reduce(
    (line, pattern) =>
      line.replace(
        pattern,
        (_, between: string, first: string, and: string) => ' '.repeat(between.length) + first + '-'.padEnd(and.length),
      ),
    text,
  );

/**
 * The text in words that the library reads. Every character keeps its place, so that what is found can be looked up in
 * the person's own words.
 */
export const reworded = (text: string): string => withDashes(withClocks(text));

/** What was read, as the person wrote it: all that the blanks around it stand for goes with it. */
export function wordsOf({ index, text: { length } }: ParsedResult, text: string): string {
  const line = reworded(text);
  const start = line.slice(0, index).trimEnd().length;
  const after = line.slice(index + length);
  return text.slice(start, text.length - after.trimStart().length).trim();
}
