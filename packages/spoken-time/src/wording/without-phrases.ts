const loneWord =
  /(?:^|\s)(?:on|at|from|between|in|by|for|um|am|bis|zwischen|entre|tussen|tra|le|à|a|pour|avant|dans|fra|en|dentro de|el|a las|a la|antes del?|om|op|den|il|alle|per|entro|em|às|o|w|we|na|do|früh|por la)\s*$/i;
const edges = /^[\s,.;:–—-]+|[\s,.;:–—-]+$/g;

/** The text without these phrases. A preposition that led to one goes with it. */
export function withoutPhrases(text: string, phrases: readonly string[]): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return phrases.reduce((words, phrase) => without(words, phrase.replace(/\s+/g, ' ')), line).replace(edges, '');
}

function without(words: string, phrase: string): string {
  const at = words.indexOf(phrase);
  if (at < 0) return words;
  const before = words.slice(0, at).replace(loneWord, '').replace(edges, '');
  const after = words.slice(at + phrase.length).replace(edges, '');
  return [before, after].filter(Boolean).join(' ');
}
