import type { ModelType } from './command.ts';
import { findUrl } from './find-url.ts';
import { certainty, type Reading } from './reading.ts';
import { titleCharsMax } from './title.ts';
import { wordsOf } from './words.ts';

/** What a language model read in a text. It is not asked about times: those are read from the words. */
export interface ModelAnswer {
  readonly type: ModelType;
  readonly confidence: number;
  /** A few of the person's words. */
  readonly title: string;
}

/**
 * A model is never certain enough to save anything without asking, and its title stands only when every word of it is
 * the person's. Null: the answer cannot be right.
 */
export function acceptModelAnswer(text: string, { type, confidence, title }: ModelAnswer): Reading | null {
  const url = findUrl(text)?.url ?? null;
  if (type === 'link' && url === null) return null;
  const words = text.trim();
  const ownTitle = isOfItsWords(title, text) ? title.trim() : null;
  return { type, confidence: Math.min(confidence, certainty.modelMax), layer: 'model', words, url, title: ownTitle };
}

function isOfItsWords(title: string, text: string): boolean {
  const said = new Set(wordsOf(text).map((word) => word.text));
  const words = wordsOf(title);
  return words.length > 0 && [...title].length <= titleCharsMax && words.every((word) => said.has(word.text));
}
