import type { InboundStatus } from './inbound.ts';
import { classOfCode, failureRules, type Refusal } from './send-failure.ts';

export const sendStates = ['sending', 'waiting', 'sent', 'failed', 'delivered', 'read'] as const;
export type SendState = (typeof sendStates)[number];

export interface Button {
  readonly id: string;
  readonly title: string;
}

/** A message of ours, from before the first call until WhatsApp has said all there is to say about it. */
export interface SentMessage {
  readonly messageKey: string;
  readonly userId: string;
  readonly correlationId: string;
  readonly text: string;
  readonly buttons: readonly Button[];
  /** The person's message that this one quotes. */
  readonly replyTo: string | null;
  readonly state: SendState;
  readonly wamid: string | null;
  readonly errorCode: string | null;
  /** Calls begun so far. */
  readonly attempts: number;
  /** It was sent again although the first call may have succeeded: marked as such, and never a third time. */
  readonly repeated: boolean;
  /** Sent as the configured template, because the 24-hour window was closed. */
  readonly asTemplate: boolean;
  readonly createdAt: number;
  /**
   * While `sending`: until when the call is taken to be under way. While `waiting`: not to be tried before.
   * Null when nothing is left to do.
   */
  readonly dueAt: number | null;
  readonly expiresAt: number;
}

/**
 * Longer than any call can take, so a message that is still `sending` after it belongs to a process that died; and long
 * enough for WhatsApp's own word of the call to come, which spares the person a repetition.
 */
export const leaseMs = 30_000;
const attemptsMax = 8;
const pauseMsMax = 15 * 60_000;
const keepMs = 30 * 24 * 60 * 60_000;
/** A template's parameter is a single line of at most 1,024 characters; half an ask is no ask. */
const templateCharsMax = 1_024;

type Wanted = Pick<SentMessage, 'messageKey' | 'userId' | 'correlationId' | 'text' | 'buttons' | 'replyTo'>;

export const firstAttempt = (wanted: Wanted, now: number): SentMessage => ({
  ...wanted,
  state: 'sending',
  wamid: null,
  errorCode: null,
  attempts: 1,
  repeated: false,
  asTemplate: false,
  createdAt: now,
  dueAt: now + leaseMs,
  expiresAt: now + keepMs,
});

/** What may be done with a message that is found again. */
export type Resumption =
  | { readonly step: 'nothing' }
  /** A call is under way, or a pause is not over. */
  | { readonly step: 'later'; readonly inMs: number }
  | { readonly step: 'attempt'; readonly next: SentMessage }
  | { readonly step: 'give_up'; readonly next: SentMessage };

export function resume(message: SentMessage, now: number): Resumption {
  if (message.dueAt === null) return { step: 'nothing' };
  if (message.dueAt > now) return { step: 'later', inMs: message.dueAt - now };
  const unknown = message.state === 'sending';
  if (unknown && message.repeated) return { step: 'give_up', next: failed(message, 'OUTCOME_UNKNOWN') };
  const { attempts, repeated } = message;
  const again = { wamid: null, attempts: attempts + 1, repeated: repeated || unknown, dueAt: now + leaseMs };
  return { step: 'attempt', next: { ...message, ...again, state: 'sending' } };
}

const deferMs = 60_000;
export const deferred = (message: SentMessage, now: number): SentMessage => ({ ...message, dueAt: now + deferMs });

const failed = (message: SentMessage, errorCode: string): SentMessage => ({
  ...message,
  state: 'failed',
  errorCode,
  dueAt: null,
});

/** WhatsApp took it. A status webhook may have been faster than the answer, and then knows more. */
export function accepted(message: SentMessage, wamid: string): SentMessage {
  if (message.state !== 'sending') return { ...message, wamid };
  return { ...message, wamid, state: 'sent', errorCode: null, dueAt: null };
}

/** WhatsApp certainly did not take or did not deliver it: again later, as a template, or never. */
export function refused(
  message: SentMessage,
  { code, failureClass }: Refusal,
  { now, hasTemplate }: { readonly now: number; readonly hasTemplate: boolean },
): SentMessage {
  const { next, pauseMs } = failureRules[failureClass];
  const waiting: SentMessage = { ...message, state: 'waiting', errorCode: code };
  if (next === 'retry' && message.attempts < attemptsMax)
    return { ...waiting, dueAt: now + Math.min(pauseMsMax, pauseMs * 2 ** (message.attempts - 1)) };
  if (next === 'template' && hasTemplate && !message.asTemplate && fitsTemplate(message.text))
    return { ...waiting, asTemplate: true, dueAt: now };
  return failed(message, code);
}

const rank: Readonly<Record<SendState, number>> = { sending: 0, waiting: 0, sent: 1, failed: 2, delivered: 3, read: 4 };

/** What to tell about a message, in this order. */
export type Told = 'sent' | 'delivered' | 'read' | 'failed';

/**
 * A status as WhatsApp reported it. Statuses come in any order and never lead back: a delivery outweighs a failure,
 * and about an earlier try of a message that is to be sent again only its arrival is news.
 */
export function withStatus(
  message: SentMessage,
  { wamid, status, errorCodes }: InboundStatus,
  facts: { readonly now: number; readonly hasTemplate: boolean },
): { readonly next: SentMessage; readonly told: readonly Told[] } {
  const arrived = status === 'delivered' || status === 'read';
  const earlierTry = message.state === 'waiting' || (message.wamid !== null && message.wamid !== wamid);
  if ((earlierTry && !arrived) || rank[status] <= rank[message.state]) return { next: message, told: [] };
  if (status === 'failed') return withFailure(message, errorCodes, facts);
  const firstNews = rank[message.state] < rank.sent && status !== 'sent';
  return {
    next: { ...message, state: status, wamid, errorCode: null, dueAt: null },
    told: firstNews ? ['sent', status] : [status],
  };
}

/** The reason of a failure that WhatsApp reported after it had taken the message. */
export function reportedRefusal([code]: readonly number[]): Refusal {
  if (code === undefined) return { code: 'UNDELIVERED', failureClass: 'other' };
  return { code: String(code), failureClass: classOfCode(code) ?? 'other' };
}

function withFailure(
  message: SentMessage,
  errorCodes: readonly number[],
  facts: { readonly now: number; readonly hasTemplate: boolean },
): { readonly next: SentMessage; readonly told: readonly Told[] } {
  const next = refused(message, reportedRefusal(errorCodes), facts);
  return { next, told: next.state === 'failed' ? ['failed'] : [] };
}

/** One line, as templates want it. */
export const templateText = (text: string): string =>
  text
    .trim()
    .replace(/\s*\n\s*/g, ' · ')
    .replace(/\s+/g, ' ');

function fitsTemplate(text: string): boolean {
  return templateText(text).length <= templateCharsMax;
}
