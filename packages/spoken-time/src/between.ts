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

/**
 * "Between 2 and 3pm" as "2 - 3pm", which the library reads as a span. Every character keeps its place, so that what is
 * found can be looked up in the person's own words.
 */
export const withDashes = (text: string): string =>
  patterns.reduce(
    (line, pattern) =>
      line.replace(
        pattern,
        (_, between: string, first: string, and: string) => ' '.repeat(between.length) + first + '-'.padEnd(and.length),
      ),
    text,
  );
