import type { WhatsAppMessageStatus } from '@intexuraos/contracts';
import type { Action, AskDelivery } from '../domain/action.ts';
import { approvalMessageId } from '../domain/approval-message-id.ts';
import { askId } from '../domain/ask.ts';
import { isOldNews } from '../domain/changes.ts';
import type { ApprovalMessage, Loaded } from '../ports.ts';
import { listIdOf } from './ask-which.ts';
import type { Core } from './core.ts';
import type { Planner } from './plan.ts';

const messageKey = /^(ask|clarify|confirm|changed|report|remind):([A-Za-z0-9_-]{1,128}):(\d{1,9}):(\d{1,9}).{0,600}$/;

interface KeyParts {
  readonly kind: string;
  readonly actionId: string;
  readonly version: number;
  /** Which ask of the action it was, counted from 1. */
  readonly round: number;
}

function partsOf(key: string): KeyParts | null {
  const [, kind, actionId, version, n] = messageKey.exec(key) ?? [];
  if (!kind || !actionId) return null;
  return { kind, actionId, version: Number(version), round: Number(n) };
}

/** Messages that show a question: an answer may quote them. */
const quotable: ReadonlySet<string> = new Set(['ask', 'clarify', 'changed']);

/** Only what says something new about an ask, or that something did not arrive, is worth a write. */
const matters = ({ kind }: KeyParts, status: WhatsAppMessageStatus['status']) =>
  status === 'failed' || kind === 'ask' || (quotable.has(kind) && status === 'sent');

/** Writes down what became of a message: which WhatsApp message an ask is, and whether it reached the person. */
export function createRecordMessageStatus(core: Core) {
  return async (event: WhatsAppMessageStatus): Promise<void> => {
    const listId = listIdOf(event.messageKey);
    if (listId !== null) return markListSent(core, listId, event);
    const parts = partsOf(event.messageKey);
    if (parts === null || !matters(parts, event.status)) return;
    if (event.status === 'failed')
      core.ports.log.warn({ messageKey: event.messageKey, errorCode: event.errorCode }, 'a message did not arrive');
    const planner = plannerOf(parts, event);
    if (await ridesAlong(core, parts, event, planner)) return;
    const change = await core.change(parts.actionId, planner);
    if (change.outcome === 'unchanged') await keepMessage(core, change.loaded, parts, event);
  };
}

function plannerOf(parts: KeyParts, event: WhatsAppMessageStatus): Planner {
  const delivery: AskDelivery = {
    status: event.status,
    ...(event.status === 'sent' && { sentAt: Date.parse(event.timestamp) }),
    ...(event.errorCode !== undefined && { errorCode: event.errorCode }),
  };
  return ({ action }) => {
    if (action.userId !== event.userId || isOldNews(action, event.messageKey, delivery)) return null;
    const approvalMessage = approvalMessageOf(action, parts, event);
    return {
      commands: [{ name: 'delivery', key: event.messageKey, delivery }],
      durability: 'soon',
      ...(approvalMessage && { approvalMessages: [approvalMessage] }),
    };
  };
}

/** That a message is on its way is no news that anybody waits for, but an answer to it may come before that is written. */
async function ridesAlong(
  core: Core,
  parts: KeyParts,
  event: WhatsAppMessageStatus,
  planner: Planner,
): Promise<boolean> {
  const { settings, recent, riders } = core;
  if (settings.heardDelayMs === 0 || event.status === 'failed') return false;
  const action = recent.of(parts.actionId)?.action;
  const message = action?.userId === event.userId ? approvalMessageOf(action, parts, event) : null;
  if (message !== null) recent.heard(message);
  return riders.wait(parts.actionId, planner, settings.heardDelayMs);
}

/** Which message it was is worth a write, but none of the action: copies must not keep others from writing that. */
async function keepMessage({ ports }: Core, { action }: Loaded, parts: KeyParts, event: WhatsAppMessageStatus) {
  const message = action.userId === event.userId ? approvalMessageOf(action, parts, event) : null;
  if (message !== null) await ports.approvalMessages.keep(message);
}

/** From now on the numbers of this list can be answered. */
async function markListSent({ ports }: Core, listId: string, event: WhatsAppMessageStatus): Promise<void> {
  if (event.status === 'failed') ports.log.warn({ listId, errorCode: event.errorCode }, 'a list did not arrive');
  if (event.status !== 'sent' || event.wamid === undefined) return;
  await ports.askLists.markSent(listId, { wamid: event.wamid, at: Date.parse(event.timestamp) });
}

function approvalMessageOf(
  action: Action,
  { kind, version, round }: KeyParts,
  event: WhatsAppMessageStatus,
): ApprovalMessage | null {
  if (event.status !== 'sent' || event.wamid === undefined || !quotable.has(kind)) return null;
  return {
    id: approvalMessageId(event.wamid),
    wamid: event.wamid,
    actionId: action.id,
    userId: action.userId,
    sentAt: event.timestamp,
    actionType: action.type,
    actionTitle: action.title,
    askId: askId(action.id, round),
    version,
  };
}
