import { codeLength } from '../ask.ts';

/** How a reply names one of several questions: by its place in a list that we sent, or by its code. */
export type Reference =
  | { readonly by: 'number'; readonly number: number }
  | { readonly by: 'code'; readonly code: string };

const number = /^(?:#|no\.?\s*|nr\.?\s*)?([1-9]\d?)$/iu;
const code = new RegExp(`^(#?)([0-9A-HJKMNP-TV-Z]{${codeLength}})$`, 'iu');

/** A word that is spelt like a code is one only if it also looks like one: marked, with a digit, or in capitals. */
const looksLikeCode = (mark: string, letters: string) =>
  mark !== '' || /\d/.test(letters) || letters === letters.toUpperCase();

/** One word as a reference, or null. With `anyWord`, whatever is spelt like a code: it may be none. */
export function referenceOf(word: string, anyWord = false): Reference | null {
  const [, digits] = number.exec(word) ?? [];
  if (digits !== undefined) return { by: 'number', number: Number(digits) };
  const [, mark = '', letters] = code.exec(word) ?? [];
  if (letters === undefined || !(anyWord || looksLikeCode(mark, letters))) return null;
  return { by: 'code', code: letters.toUpperCase() };
}

const leading = /^(\S+?)[.:,)]*(?:\s+|(?<=[.:,)])\s*)(?=\S)/u;

/** A reference that a text begins with, and what follows it. */
export function readReference(text: string): { readonly reference: Reference; readonly rest: string } | null {
  const [lead = '', word = ''] = leading.exec(text) ?? [];
  const reference = referenceOf(word);
  return reference === null ? null : { reference, rest: text.slice(lead.length) };
}
