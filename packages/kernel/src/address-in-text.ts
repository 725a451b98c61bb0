const address = /(?:https?:\/\/|\bwww\.)[^\s<>"'`]+/i;

export interface TextAddress {
  readonly url: URL;
  /** As it stands in the text, from `start` to before `end`. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

/** The first web address in a text; `www.` may stand for https. Null when there is none. */
export function addressIn(text: string): TextAddress | null {
  const found = address.exec(text);
  if (found === null) return null;
  const written = withoutEnd(found[0]);
  const url = URL.parse(/^www\./i.test(written) ? `https://${written}` : written);
  return url && { url, written, start: found.index, end: found.index + written.length };
}

const endMarks = new Set(".,;:!?'’”»…*_");
const brackets = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
] as const;

/** Marks at the end are the sentence's; a bracket is the address's where it was opened there, as in `Go_(game)`. */
export function withoutEnd(written: string): string {
  const surplus = surplusOf(written);
  let end = written.length;
  for (; end > 0; end -= 1) {
    const last = written.charAt(end - 1);
    if (endMarks.has(last)) continue;
    const left = surplus.get(last) ?? 0;
    if (left <= 0) break;
    surplus.set(last, left - 1);
  }
  return written.slice(0, end);
}

/** Of each closing bracket, how many more there are than were opened. */
const surplusOf = (written: string) =>
  new Map<string, number>(
    brackets.map(([opening, closing]) => [closing, count(written, closing) - count(written, opening)]),
  );

const count = (written: string, mark: string) => written.split(mark).length - 1;
