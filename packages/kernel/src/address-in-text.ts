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

/** Marks at the end are the sentence's; a bracket is the address's where it was opened there, as in `Go_(game)`. */
function withoutEnd(written: string): string {
  const shorter = written.replace(/[.,;:!?’”»…*]+$/u, '');
  const last = shorter.at(-1) ?? '';
  const opening = { ')': '(', ']': '[', '}': '{' }[last];
  const isOfSentence = opening !== undefined && shorter.split(last).length > shorter.split(opening).length;
  return isOfSentence ? withoutEnd(shorter.slice(0, -1)) : shorter;
}
