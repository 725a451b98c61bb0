import type { WhatsAppMessageSend } from '@intexuraos/contracts';
import { actionTypeOf, wordingOf } from '../action-types/index.ts';
import type { Action } from '../domain/action.ts';
import type { MessageKind } from '../domain/due.ts';
import { signButton } from '../domain/reply/button.ts';
import { messageText, type Rendering } from '../domain/wording.ts';
import type { Settings } from './settings.ts';

export const linkTo = (action: Action, webAppUrl: string) =>
  `${webAppUrl.replace(/\/$/, '')}/#/inbox?action=${encodeURIComponent(action.id)}`;

export function renderingOf(action: Action, { webAppUrl }: Pick<Settings, 'webAppUrl'>): Rendering {
  const { previous } = action;
  return {
    wording: wordingOf(action),
    previous: previous && { ...wordingOf({ ...action, ...previous }), title: previous.title },
    editable: actionTypeOf(action.type)?.editableNames(action) ?? [],
    link: linkTo(action, webAppUrl),
    webAppUrl,
  };
}

/** The buttons that answer the present ask: what cannot be approved yet can only be rejected. */
export function buttonsOf(action: Action, { buttonSecret }: Pick<Settings, 'buttonSecret'>) {
  const { ask } = action;
  if (ask === null || action.status !== 'awaiting_approval') return [];
  const claim = {
    secret: buttonSecret,
    userId: action.userId,
    actionId: action.id,
    version: ask.version,
    askId: ask.id,
  };
  const reject = { id: signButton({ ...claim, decision: 'reject' }), title: 'Reject' };
  if (action.preparation !== null && action.preparation.status !== 'ready') return [reject];
  return [{ id: signButton({ ...claim, decision: 'approve' }), title: 'Approve' }, reject];
}

const asks: readonly MessageKind[] = ['ask', 'clarify'];

const correlationOf = (action: Action, kind: MessageKind) =>
  `action-${action.type}-${asks.includes(kind) ? 'approval' : kind}-${action.id}`;

/** The message that a due entry stands for; null when there is nothing true to say any more. */
export function messageOf(
  action: Action,
  due: { readonly key: string },
  kind: MessageKind,
  facts: { readonly now: number; readonly settings: Settings },
): WhatsAppMessageSend | null {
  const text = messageText(kind, action, renderingOf(action, facts.settings));
  if (text === null) return null;
  const buttons = asks.includes(kind) ? buttonsOf(action, facts.settings) : [];
  return {
    type: 'whatsapp.message.send',
    userId: action.userId,
    message: text,
    correlationId: correlationOf(action, kind),
    messageKey: due.key,
    timestamp: new Date(facts.now).toISOString(),
    ...(buttons.length > 0 && { buttons }),
  };
}
