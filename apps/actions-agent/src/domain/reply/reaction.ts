import type { Intent } from './intent.ts';

/** Thumbs and the usual check marks and crosses; whatever else somebody reacts with is asked about. */
const meanings: ReadonlyMap<string, 'approve' | 'reject'> = new Map([
  ...Array.from('👍✅✔☑✓🗸', (sign) => [sign, 'approve'] as const),
  ...Array.from('👎❌✖❎✗✘✕', (sign) => [sign, 'reject'] as const),
]);

/** Variation selectors choose between text and colour, modifiers the skin tone: neither changes what is meant. */
const dressing = /[\u{FE0E}\u{FE0F}]|[\u{1F3FB}-\u{1F3FF}]/gu;

export const withoutDressing = (text: string): string => text.replace(dressing, '');

/** What one bare sign says, if it says yes or no. */
export const meaningOfSign = (sign: string): 'approve' | 'reject' | undefined => meanings.get(sign);

const reactionCharsMax = 64;

/** An emoji as WhatsApp delivers it; empty when the reaction was taken back. */
export function readReaction(emoji: string): Intent {
  if (emoji.length > reactionCharsMax) return 'unclear';
  return meaningOfSign(withoutDressing(emoji)) ?? 'unclear';
}
