import { withoutPhrases } from '@intexuraos/spoken-time';

const introduction =
  /^(?:please\s+)?(?:(?:add|create|schedule|put|book)\s+(?:an?\s+)?(?:event|appointment|meeting)?\s*(?:to|in|into|on)?\s*(?:my|the)?\s*calendar?\s*:?|calendar\s*:|event\s*:)\s*/i;

/** What an event is called: the person's words without those that say when. Empty where nothing is left. */
export function summaryOf(text: string, phrases: readonly string[]): string {
  const line = text.slice(0, 500).replace(/\s+/g, ' ').trim().replace(introduction, '');
  return withoutPhrases(line, phrases);
}
