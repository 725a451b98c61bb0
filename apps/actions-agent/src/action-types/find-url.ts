import { addressIn } from '@intexuraos/kernel';

/** The first web address in the first text that has one; null when none has. */
export function findUrl(...texts: readonly (string | undefined)[]): string | null {
  for (const text of texts) {
    const found = text === undefined ? null : addressIn(text);
    if (found !== null) return found.url.href;
  }
  return null;
}
