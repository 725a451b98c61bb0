import type { ActionApprovalReply } from '@intexuraos/contracts';
import { AppError } from '@intexuraos/kernel';
import type { ButtonClaim } from '../domain/reply/button.ts';
import type { Loaded } from '../ports.ts';
import type { Core } from './core.ts';

/** Which ask a reply is about. */
export type Asked =
  | {
      readonly found: 'one';
      readonly loaded: Loaded;
      /** The ask that was answered; null when only the action is known. */
      readonly askId: string | null;
      readonly version: number | null;
      /** The reply quotes nothing: it counts because only one question is open. */
      readonly unquoted: boolean;
    }
  | { readonly found: 'several'; readonly open: readonly Loaded[] }
  | { readonly found: 'none' | 'disagreement' | 'foreign' };

/** As many open questions as a list can name. */
const listedMax = 10;

/** How long an answer waits for the word which message its question was. */
const overtakingMs = 60_000;

/**
 * Finds the action by button, `actionId` and quoted message; whatever is given must agree. A reply that quotes nothing
 * is about the one open ask of the person, if there is exactly one. Throws UNAVAILABLE when the answer has overtaken the
 * word that its question was sent, so that it comes again.
 */
export async function findAsked(
  { ports }: Core,
  event: ActionApprovalReply,
  claim: ButtonClaim | null,
): Promise<Asked> {
  const message = event.replyToWamid === '' ? null : await ports.approvalMessages.byWamid(event.replyToWamid);
  const ids = new Set([claim?.actionId, event.actionId, message?.actionId].filter((id) => id !== undefined));
  if (ids.size > 1) return { found: 'disagreement' };
  const [actionId] = ids;
  if (actionId === undefined) return openAsks(ports, event);
  const loaded = await ports.actions.load(actionId);
  if (loaded === null) return { found: 'none' };
  if (loaded.action.userId !== event.userId) return { found: 'foreign' };
  return {
    found: 'one',
    loaded,
    askId: claim?.askId ?? message?.askId ?? null,
    version: claim?.version ?? message?.version ?? null,
    unquoted: false,
  };
}

async function openAsks({ actions, clock }: Core['ports'], event: ActionApprovalReply): Promise<Asked> {
  const { userId, replyToWamid, timestamp } = event;
  const page = await actions.list({ userId, statuses: ['awaiting_approval'], limit: listedMax });
  const [only, another] = page.actions;
  if (only === undefined) return { found: 'none' };
  const isFresh = clock.now() - Date.parse(timestamp) < overtakingMs;
  if (replyToWamid !== '' && isFresh && page.actions.some(mayHaveLeft))
    throw new AppError('UNAVAILABLE', 'The message that is answered is not known yet');
  if (another !== undefined || replyToWamid !== '') return { found: 'several', open: page.actions };
  const { ask } = only.action;
  return { found: 'one', loaded: only, askId: ask?.id ?? null, version: ask?.version ?? null, unquoted: true };
}

/** Its question may be on the phone already, though nobody has said so. */
const mayHaveLeft = ({ action: { ask } }: Loaded) => ask !== null && ask.delivery.sentAt === undefined;
