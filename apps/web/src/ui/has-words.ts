const comparable = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Whether all words of a search are somewhere in these texts; accents and case do not matter. */
export function hasWords(texts: readonly string[], search: string): boolean {
  const text = comparable(texts.join('\n'));
  return comparable(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
