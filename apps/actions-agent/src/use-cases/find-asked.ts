import type { ActionApprovalReply } from '@intexuraos/contracts';
import { AppError } from '@intexuraos/kernel';
import type { Action } from '../domain/action.ts';
import type { ButtonClaim } from '../domain/reply/button.ts';
import type { Loaded } from '../ports.ts';
import type { Core } from './core.ts';

/** Which ask a reply is about. */
export type Asked =
  | AskedOne
  | { readonly found: 'several'; readonly open: readonly Loaded[] }
  | { readonly found: 'none' | 'disagreement' | 'foreign' };

export interface AskedOne {
  readonly found: 'one';
  readonly loaded: Loaded;
  /** The ask that was answered; null when only the action is known. */
  readonly askId: string | null;
  readonly version: number | null;
  /** The reply quotes nothing: it counts because only one question is open. */
  readonly unquoted: boolean;
}

/** As many open questions as a list can name. */
export const listedMax = 10;

/** How long an answer waits for the word which message its question was. */
export const overtakingMs = 60_000;

/** WhatsApp's clock has whole seconds and is not ours. */
const clockSlackMs = 5_000;

/** A reply that quotes nothing can only mean a question that had been sent when it was written; a reaction always quotes. */
export const couldMean = ({ reaction, timestamp }: ActionApprovalReply, { ask }: Action) =>
  reaction === undefined &&
  ask?.delivery.status !== 'failed' &&
  Date.parse(timestamp) >= (ask?.delivery.sentAt ?? Number.POSITIVE_INFINITY) - clockSlackMs;

/** The questions that are open for a person, newest first; one more than can be listed where there are more. */
export async function openQuestions({ ports }: Core, userId: string): Promise<readonly Loaded[]> {
  const page = await ports.actions.list({ userId, statuses: ['awaiting_approval'], limit: listedMax + 1 });
  return page.actions;
}

/** Whether it is beyond doubt which question a reply is about, whatever its words name. */
export async function quotesQuestion({ ports }: Core, { replyToWamid, actionId }: ActionApprovalReply) {
  if (actionId !== undefined) return true;
  return replyToWamid !== '' && (await ports.approvalMessages.byWamid(replyToWamid)) !== null;
}

/**
 * Finds the action by button, `actionId` and quoted message; whatever is given must agree. A reply that quotes nothing
 * is about the one open ask of the person, if there is exactly one. Throws UNAVAILABLE when the answer has overtaken the
 * word that its question was sent, so that it comes again.
 */
export async function findAsked(core: Core, event: ActionApprovalReply, claim: ButtonClaim | null): Promise<Asked> {
  const { ports } = core;
  const message = event.replyToWamid === '' ? null : await ports.approvalMessages.byWamid(event.replyToWamid);
  const ids = new Set([claim?.actionId, event.actionId, message?.actionId].filter((id) => id !== undefined));
  if (ids.size > 1) return { found: 'disagreement' };
  const [actionId] = ids;
  if (actionId === undefined) return openAsks(core, event);
  const askId = claim?.askId ?? message?.askId ?? null;
  const version = claim?.version ?? message?.version ?? null;
  const loaded = await askedAction(core, actionId, askId);
  if (loaded === null) return { found: 'none' };
  if (loaded.action.userId !== event.userId) return { found: 'foreign' };
  return { found: 'one', loaded, askId, version, unquoted: false };
}

/** What this process remembers will do while the very question that is answered is open there. */
async function askedAction({ ports, recent }: Core, actionId: string, askId: string | null): Promise<Loaded | null> {
  const recalled = recent.of(actionId);
  const isOpen = recalled?.action.status === 'awaiting_approval' && recalled.action.ask?.id === askId;
  return isOpen ? recalled : ports.actions.load(actionId);
}

async function openAsks(core: Core, event: ActionApprovalReply): Promise<Asked> {
  const { userId, replyToWamid, timestamp } = event;
  const open = await openQuestions(core, userId);
  const [only, another] = open;
  if (only === undefined) return { found: 'none' };
  const isFresh = core.ports.clock.now() - Date.parse(timestamp) < overtakingMs;
  if (replyToWamid !== '' && isFresh && open.some(mayHaveLeft))
    throw new AppError('UNAVAILABLE', 'The message that is answered is not known yet');
  if (another !== undefined || replyToWamid !== '') return { found: 'several', open };
  const { ask } = only.action;
  return { found: 'one', loaded: only, askId: ask?.id ?? null, version: ask?.version ?? null, unquoted: true };
}

/** Its question may be on the phone already, though nobody has said so. */
const mayHaveLeft = ({ action: { ask } }: Loaded) => ask !== null && ask.delivery.sentAt === undefined;
