const address = /(?:https?:\/\/|\bwww\.)[^\s<>"'`]+/i;
const trailing = /[)\]}.,;:!?…]+$/u;

export interface FoundUrl {
  /** As a browser would write it. */
  readonly url: string;
  readonly start: number;
  readonly end: number;
  /** Plain enough to be kept without a second look: nothing hidden in it, and no name or password. */
  readonly isPlain: boolean;
}

/** The first web address in a text; null when there is none. */
export function findUrl(text: string): FoundUrl | null {
  const found = address.exec(text);
  if (found === null) return null;
  const written = found[0].replace(trailing, '');
  const parsed = URL.parse(/^www\./i.test(written) ? `https://${written}` : written);
  if (parsed === null || !parsed.hostname.includes('.')) return null;
  const isPlain = /^[\x21-\x7e]+$/.test(written) && parsed.username === '' && parsed.password === '';
  return { url: parsed.href, start: found.index, end: found.index + written.length, isPlain };
}
