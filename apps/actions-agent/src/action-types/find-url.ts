const urlInText = /https?:\/\/[^\s<>"']+/i;
const trailing = /[).,;:!?\]]+$/;

/** The first web address in the first text that has one; null when none has. */
export function findUrl(...texts: readonly (string | undefined)[]): string | null {
  for (const text of texts) {
    const found = text === undefined ? null : urlInText.exec(text);
    const url = found === null ? null : URL.parse(found[0].replace(trailing, ''));
    if (url !== null) return url.href;
  }
  return null;
}
