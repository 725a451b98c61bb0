import { textCharsMax } from './schema.ts';

/** https://developers.notion.com/reference/request-limits: children in one request. */
const blocksMax = 100;

/** A rich text of any length: in pieces that Notion takes, and that do not break a character. */
export const richText = (text: string) => piecesOf(text).map((content) => ({ text: { content } }));

/** Paragraphs as they stand in the text; where there are too many, the last one holds the rest. */
export function blocksOf(text: string) {
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph !== '');
  const rest = paragraphs.slice(blocksMax - 1).join('\n\n');
  const kept = paragraphs.length <= blocksMax ? paragraphs : [...paragraphs.slice(0, blocksMax - 1), rest];
  return kept.map((paragraph) => ({ type: 'paragraph', paragraph: { rich_text: richText(paragraph) } }));
}

/** Lengths are counted in UTF-16 units, as Notion does. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    const end = from + textCharsMax;
    const to = text.codePointAt(end - 1) === text.charCodeAt(end - 1) ? end : end - 1;
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}
