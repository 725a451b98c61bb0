import type { InboundMessage } from './inbound.ts';

/** What became of the quoted message: one of our asks, another message of ours, somebody else's, or not to be found. */
export type Quoted = 'none' | 'ask' | 'other' | 'foreign' | 'unknown';

export interface RouteFacts {
  /** Null: nobody we know. */
  readonly userId: string | null;
  readonly quoted: Quoted;
  /** Whether an ask of the last day still waits for this person's answer. Only asked for where `mayDecide` says so. */
  readonly openAsk: boolean;
  /** Unix milliseconds. */
  readonly now: number;
}

export type Route =
  | { readonly to: 'approval'; readonly replyToWamid: string }
  | { readonly to: 'command' }
  /** A polite word that this kind of message cannot be read. */
  | { readonly to: 'notice' }
  | { readonly to: 'nobody'; readonly reason: NobodyReason };

export const nobodyReasons = [
  'too_old',
  'unknown_sender',
  'foreign_message',
  'button_elsewhere',
  'reaction_elsewhere',
] as const;
export type NobodyReason = (typeof nobodyReasons)[number];

/** Redeliveries go on for a week; older than that a message is history. */
export const actOnMs = 7 * 24 * 60 * 60 * 1000;
/** How long an ask is looked for when somebody just says "yes". */
export const openAskMs = 24 * 60 * 60 * 1000;
const decisionWordsMax = 40;

/** Button ids of ours carry their own proof, which actions-agent checks; nothing has to be looked up for them. */
export const isOurButton = (message: InboundMessage): boolean => message.buttonId?.startsWith('a1.') ?? false;

/** A reaction, or words that are few enough to be an answer or a change rather than a new wish: actions-agent says which. */
export function mayDecide({ kind, isForwarded, text }: InboundMessage): boolean {
  if (kind === 'reaction') return true;
  return kind === 'text' && !isForwarded && text.trim().split(/\s+/u).length <= decisionWordsMax;
}

/** Where a message goes. */
export function route(message: InboundMessage, facts: RouteFacts): Route {
  if (facts.now - message.sentAt > actOnMs) return nobody('too_old');
  if (facts.userId === null) return nobody('unknown_sender');
  if (facts.quoted === 'foreign') return nobody('foreign_message');
  switch (message.kind) {
    case 'unsupported':
      return { to: 'notice' };
    case 'text':
      return routeText(message, facts);
    case 'reaction':
      return mayBeAnAsk(facts) ? approval(message) : nobody('reaction_elsewhere');
    case 'button':
    case 'quick_reply':
    case 'list':
      return facts.quoted === 'ask' || isOurButton(message) ? approval(message) : nobody('button_elsewhere');
  }
}

/**
 * A quoted message that cannot be found may be an ask whose wamid is not stored yet, or was lost in a crash: actions-agent
 * waits for word of it, and then asks which one is meant.
 */
const mayBeAnAsk = ({ quoted, openAsk }: RouteFacts): boolean => quoted === 'ask' || (quoted === 'unknown' && openAsk);

function routeText(message: InboundMessage, facts: RouteFacts): Route {
  if (facts.quoted === 'ask') return approval(message);
  const answersSomething = mayBeAnAsk(facts) || (facts.quoted === 'none' && facts.openAsk);
  return answersSomething && mayDecide(message) ? approval(message) : { to: 'command' };
}

const approval = (message: InboundMessage): Route => ({ to: 'approval', replyToWamid: message.quotedWamid ?? '' });
const nobody = (reason: NobodyReason): Route => ({ to: 'nobody', reason });
