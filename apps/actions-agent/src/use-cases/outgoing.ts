import { actionChanged, actionCreated, whatsappMessageSend } from '@intexuraos/contracts';
import { type Message, messageOf } from '@intexuraos/messaging';
import type { Action } from '../domain/action.ts';
import { isMessage, kindOf } from '../domain/due.ts';
import { messageOf as textOf } from './render.ts';
import type { Settings } from './settings.ts';

interface Facts {
  /** The store's clock. */
  readonly now: number;
  readonly settings: Settings;
}

/** What a key of an action's due has to say, and on which topic; null where there is nothing true to say any more. */
export function outgoing(action: Action, key: string, { now, settings }: Facts): Message | null {
  const kind = kindOf({ key });
  if (kind === 'created') return messageOf(actionCreated, createdEvent(action, key, now));
  if (kind === 'event') return messageOf(actionChanged, changedEvent(action, key));
  const text = isMessage(kind) ? textOf(action, { key }, kind, { now, settings }) : null;
  return text && messageOf(whatsappMessageSend, text);
}

/** Kinds that are told by saying them: none has to be counted first, and none is crossed off by who hears it. */
const plain: ReadonlySet<string> = new Set(['event', 'report']);

/** What a write of `action` can take along of what it wants told at once. */
export function goingAlong(action: Action, keys: readonly string[], facts: Facts) {
  const along = keys.filter((key) => plain.has(kindOf({ key })));
  return { keys: along, messages: along.map((key) => outgoing(action, key, facts)).filter((said) => said !== null) };
}

const textOr = <T>(value: unknown, otherwise: T) => (typeof value === 'string' ? value : otherwise);

const createdEvent = (action: Action, key: string, now: number) => ({
  type: 'action.created' as const,
  eventId: key,
  actionId: action.id,
  userId: action.userId,
  commandId: action.commandId,
  actionType: action.type,
  title: action.title,
  payload: {
    prompt: textOr(action.payload['prompt'], action.title),
    confidence: action.confidence,
    ...(typeof action.payload['summary'] === 'string' && { summary: action.payload['summary'] }),
  },
  timestamp: new Date(now).toISOString(),
  version: action.version,
});

const changedEvent = (action: Action, key: string) => ({
  type: 'action.changed' as const,
  eventId: key,
  actionId: action.id,
  userId: action.userId,
  version: action.version,
  rev: action.rev,
  status: action.status,
  origin: action.origin,
  outcome: action.outcome,
});
