const introduction =
  /^(?:please\s+)?(?:(?:add|create|schedule|put|book)\s+(?:an?\s+)?(?:event|appointment|meeting)?\s*(?:to|in|into|on)?\s*(?:my|the)?\s*calendar?\s*:?|calendar\s*:|event\s*:)\s*/i;
const loneWord = /(?:^|\s)(?:on|at|from|in|by|um|am|le|à|a|el|om|op|den|il|alle|em|às)\s*$/i;
const edges = /^[\s,.;:–—-]+|[\s,.;:–—-]+$/g;

/** What an event is called: the person's words without those that say when. Empty where nothing is left. */
export function summaryOf(text: string, phrases: readonly string[]): string {
  const line = text.slice(0, 500).replace(/\s+/g, ' ').trim().replace(introduction, '');
  const rest = phrases.reduce((words, phrase) => without(words, phrase.replace(/\s+/g, ' ')), line);
  return rest.replace(edges, '');
}

/** A preposition that led to the phrase goes with it. */
function without(words: string, phrase: string): string {
  const at = words.indexOf(phrase);
  if (at < 0) return words;
  const before = words.slice(0, at).replace(loneWord, '').replace(edges, '');
  const after = words.slice(at + phrase.length).replace(edges, '');
  return [before, after].filter(Boolean).join(' ');
}
