export const titleCharsMax = 50;

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });
const charsOf = (text: string) => [...text].length;

/** The first line, at most 50 characters, cut between words where that leaves enough. */
export function titleOf(words: string): string {
  const line = (words.trim().split('\n', 1)[0] ?? '').replace(/\s+/g, ' ').trim();
  if (charsOf(line) <= titleCharsMax) return line;
  const cut = cutAt(line, titleCharsMax - 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > titleCharsMax / 2 ? space : undefined).replace(/[\s,.;:–—-]+$/, '')}…`;
}

/** Never in the middle of what a person sees as one character. */
function cutAt(text: string, charsMax: number): string {
  let cut = '';
  for (const { segment } of characters.segment(text)) {
    if (charsOf(cut) + charsOf(segment) > charsMax) return cut;
    cut += segment;
  }
  return cut;
}
