import { addressIn } from '@intexuraos/kernel';

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
  const found = addressIn(text);
  if (!found?.url.hostname.includes('.')) return null;
  const { url, written, start, end } = found;
  const isPlain = /^[\x21-\x7e]+$/.test(written) && url.username === '' && url.password === '';
  return { url: url.href, start, end, isPlain };
}
