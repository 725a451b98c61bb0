import type { EditWish } from './edit-wish.ts';
import { editWord, oneOf } from './edit-words.ts';

/** One part of an action that shall be different; `name` is null where the words name none ("at 3pm"). */
export interface WishedPart {
  readonly name: string | null;
  readonly value: string;
}

const edge = String.raw`(?![\p{L}\p{N}])`;
const quotes = /^["'“”„«»‘’\s]+|["'“”„«»‘’\s]+$/gu;

const patternsOf = (names: readonly string[]) => {
  const longestFirst = oneOf(names.toSorted((one, other) => other.length - one.length));
  const named = String.raw`(?:${editWord('the')}${edge}[\s'’]*)?(${longestFirst})${edge}`;
  const marked = String.raw`\s*(?:[:=]|${editWord('to')}${edge})\s*`;
  return {
    /** "title: Dentist", "the title to Dentist": sure to be meant so. */
    marked: new RegExp(`^${named}${marked}(\\S.*)$`, 'isu'),
    /** "title Dentist": only where the reply says that it is a change. */
    loose: new RegExp(`^${named}\\s+(\\S.*)$`, 'isu'),
    /** Between two parts: ", time: 3pm", " and the place to Berlin". */
    next: new RegExp(`\\s*(?:[,;\\n]|\\s(?:and|und|et|y|e|en|i|oraz)\\s)\\s*(?=${named}(?:${marked}|\\s)\\S)`, 'iu'),
  };
};

/** What a wish says about each part of an action whose parts have these names. Names come back as they are listed. */
export function splitWish({ said, form }: EditWish, names: readonly string[]): readonly WishedPart[] {
  const { marked, loose, next } = patternsOf(names);
  const listed = (found: string) => names.find((name) => name.toLowerCase() === found.toLowerCase()) ?? null;
  return piecesOf(said, next).map((piece) => {
    const [, name, value] = marked.exec(piece) ?? (form === 'bare' ? null : loose.exec(piece)) ?? [];
    return name === undefined || value === undefined
      ? { name: null, value: piece.replace(quotes, '') }
      : { name: listed(name.replace(/\s+/gu, ' ')), value: value.replace(quotes, '') };
  });
}

const partsMax = 5;

function piecesOf(said: string, next: RegExp): readonly string[] {
  const pieces: string[] = [];
  let rest = said.trim();
  for (let found = next.exec(rest); found !== null && pieces.length < partsMax; found = next.exec(rest)) {
    pieces.push(rest.slice(0, found.index));
    rest = rest.slice(found.index + found[0].length);
  }
  return [...pieces, rest];
}
