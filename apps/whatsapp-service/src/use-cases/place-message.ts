import type {
  ActionApprovalReply,
  CommandIngest,
  WhatsAppMessageSend,
  WhatsAppWindowOpened,
} from '@intexuraos/contracts';
import type { InboundMessage } from '../domain/inbound.ts';
import type { InboxEntry } from '../domain/inbox-entry.ts';
import { hasOpenAsk, isAsk, unsupportedNoticeKey } from '../domain/message-key.ts';
import {
  actOnMs,
  isOurButton,
  mayDecide,
  openAskMs,
  type Quoted,
  type Route,
  type RouteFacts,
  route,
} from '../domain/route.ts';
import type { Event, Ports } from '../ports.ts';

type Placing = Pick<Ports, 'people' | 'messages' | 'clock' | 'log'>;
export type Placed = Pick<InboxEntry<Event>, 'reason' | 'events'>;

/** Questions are rarely open for longer. */
const lookBackMs = 7 * 24 * 60 * 60_000;
/** More messages than a person gets in a day; an ask older than all of them is found by quoting it. */
const recentMax = 100;

/** Finds out where a message goes and what is to be told. Throws UNAVAILABLE when the facts cannot be had now. */
export async function placeMessage(ports: Placing, message: InboundMessage): Promise<Placed> {
  const facts = await gatherFacts(ports, message);
  const decision = route(message, facts);
  if (decision.to === 'nobody' || facts.userId === null) {
    const reason = decision.to === 'nobody' ? decision.reason : 'unknown_sender';
    if (reason === 'foreign_message') ports.log.warn({ wamid: message.wamid }, "a person answered somebody else's ask");
    return { reason, events: [] };
  }
  const { userId } = facts;
  const opened = await windowOpened(ports, message, userId);
  return { reason: null, events: [eventOf(message, userId, decision), ...opened] };
}

function eventOf(message: InboundMessage, userId: string, decision: Exclude<Route, { to: 'nobody' }>): Event {
  switch (decision.to) {
    case 'approval':
      return replyEvent(message, userId, decision.replyToWamid);
    case 'command':
      return commandEvent(message, userId);
    case 'notice':
      return unsupportedNotice(message, userId);
  }
}

/** Whoever writes can be reached for a day: word of it where a question had not come through. */
async function windowOpened({ messages, clock }: Placing, { sentAt }: InboundMessage, userId: string) {
  const failed = await messages.failedOf(userId, clock.now() - lookBackMs, recentMax);
  const opened: WhatsAppWindowOpened = { type: 'whatsapp.window.opened', userId, timestamp: iso(sentAt) };
  return failed.some(isAsk) ? [opened] : [];
}

/** Asks only for what the decision needs: a button of ours costs no read, a quoted message one, bare words one. */
async function gatherFacts({ people, messages, clock }: Placing, message: InboundMessage): Promise<RouteFacts> {
  const now = clock.now();
  const unknown: RouteFacts = { userId: null, quoted: 'none', openAsk: false, now };
  if (now - message.sentAt > actOnMs) return unknown;
  const userId = await people.find(message.sender);
  if (userId === null) return unknown;
  const quoted = await quotedBy(messages, message, userId);
  const matters = mayDecide(message) && (quoted === 'none' || quoted === 'unknown');
  const openAsk = matters && hasOpenAsk(await messages.recentOf(userId, now - openAskMs, recentMax));
  return { userId, quoted, openAsk, now };
}

async function quotedBy(messages: Ports['messages'], message: InboundMessage, userId: string): Promise<Quoted> {
  if (message.quotedWamid === null || isOurButton(message)) return 'none';
  const kept = await messages.byWamid(message.quotedWamid);
  if (kept === null) return 'unknown';
  if (kept.data.userId !== userId) return 'foreign';
  return isAsk(kept.data) ? 'ask' : 'other';
}

const replyEvent = (message: InboundMessage, userId: string, replyToWamid: string): ActionApprovalReply => ({
  type: 'action.approval.reply',
  replyToWamid,
  replyText: message.text,
  userId,
  timestamp: iso(message.sentAt),
  inboundWamid: message.wamid,
  ...(message.buttonId !== null && { buttonId: message.buttonId }),
  ...(message.emoji !== null && { reaction: message.emoji }),
});

const commandEvent = (message: InboundMessage, userId: string): CommandIngest => ({
  type: 'command.ingest',
  userId,
  sourceType: 'whatsapp',
  externalId: message.wamid,
  text: message.text,
  timestamp: iso(message.sentAt),
});

const unsupportedText = 'I can only read text, buttons and reactions. Please write me what you need.';

const unsupportedNotice = (message: InboundMessage, userId: string): WhatsAppMessageSend => {
  const messageKey = unsupportedNoticeKey(userId, message.sentAt);
  return {
    type: 'whatsapp.message.send',
    userId,
    message: unsupportedText,
    correlationId: messageKey,
    messageKey,
    timestamp: iso(message.sentAt),
    replyToMessageId: message.wamid,
  };
};

const iso = (ms: number): string => new Date(ms).toISOString();
