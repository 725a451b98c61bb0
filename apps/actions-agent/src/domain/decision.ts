import { type Action, type Channel, phaseOf, type TimelineEvent } from './action.ts';
import type { CommandName } from './commands.ts';

const deciding: ReadonlySet<string> = new Set<CommandName>([
  'approve',
  'autoApprove',
  'reject',
  'archive',
  'delete',
  'expire',
]);

/** The word that ended the question of an action: who gave it, and through what. Null while nobody has. */
export function decisionOf(action: Action): TimelineEvent | null {
  const phase = phaseOf(action);
  if (phase === 'unasked' || phase === 'awaiting_approval') return null;
  return action.events.findLast(({ event }) => deciding.has(event)) ?? null;
}

const ways: Readonly<Record<Channel, string | null>> = {
  web: 'You decided that on the web.',
  'whatsapp-button': 'You decided that in the chat, with a button.',
  'whatsapp-reaction': 'You decided that in the chat, with a reaction.',
  'whatsapp-text': 'You decided that in the chat, in words.',
  policy: null,
  system: null,
};

/** A sentence for whoever decided too late: only the owner decides, or a rule in their place. Null where nobody did. */
export function whoDecided(action: Action): string | null {
  const decision = decisionOf(action);
  if (decision === null) return null;
  const { rule } = action.approval ?? {};
  return decision.event === 'autoApprove' && rule !== undefined
    ? `Your rule "${rule.name}" decided that.`
    : ways[decision.channel];
}
