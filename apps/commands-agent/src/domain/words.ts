/** One word of a text as rules compare it, and where it stands. */
export interface Word {
  /** Lower case, without accents and apostrophes. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const word = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;
const foldedLetters: Readonly<Record<string, string>> = { ł: 'l', ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ı: 'i' };

/** "Żeby" and "zeby" are the same word: in chats people leave the accents out. */
const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[łßøæœı]/g, (letter) => foldedLetters[letter] ?? letter);

export const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(word)].map((match) => ({
    text: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));

/** The phrases of a vocabulary's list, each as its words. */
export const phrasesOf = (list: string): readonly (readonly string[])[] =>
  list.split(',').map((phrase) => wordsOf(phrase).map(({ text }) => text));

const fuzzyCharsMin = 5;

/** The same word, or a long one with one letter missing, added, wrong, or two swapped: "remnd", "rmeind". */
export function isAlike(said: string, meant: string): boolean {
  if (said === meant) return true;
  if (meant.length < fuzzyCharsMin || said[0] !== meant[0]) return false;
  return withinOneEdit(said, meant);
}

function withinOneEdit(said: string, meant: string): boolean {
  let from = 0;
  while (from < said.length && said[from] === meant[from]) from += 1;
  const [saidRest, meantRest] = [said.slice(from), meant.slice(from)];
  const swapped = `${saidRest[1] ?? ''}${saidRest[0] ?? ''}${saidRest.slice(2)}`;
  return (
    swapped === meantRest ||
    saidRest.slice(1) === meantRest ||
    saidRest === meantRest.slice(1) ||
    saidRest.slice(1) === meantRest.slice(1)
  );
}
