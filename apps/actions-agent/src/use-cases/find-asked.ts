import type { ActionApprovalReply } from '@intexuraos/contracts';
import { AppError } from '@intexuraos/kernel';
import type { ButtonClaim } from '../domain/reply/button.ts';
import type { AskReference, Loaded } from '../ports.ts';
import type { Core } from './core.ts';
import { evidenceOf } from './reply-receipt.ts';

/** Which ask a reply is about. */
export type Asked =
  | {
      readonly found: 'one';
      readonly loaded: Loaded;
      /** The ask that was answered; null when only the action is known. */
      readonly askId: string | null;
      readonly version: number | null;
      /** The reply quotes nothing: it counts because only one question was open. */
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
 * is about the one open ask of the person, if there is exactly one when it first comes. Throws UNAVAILABLE when the answer
 * has overtaken the word that its question was sent, so that it comes again.
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
  if (actionId === undefined) return event.replyToWamid === '' ? unquoted(ports, event) : quotesUnknown(ports, event);
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

const openAsks = ({ actions }: Core['ports'], userId: string) =>
  actions.list({ userId, statuses: ['awaiting_approval'], limit: listedMax });

/** Something of ours was quoted, and nobody knows what. */
async function quotesUnknown(ports: Core['ports'], { userId, timestamp }: ActionApprovalReply): Promise<Asked> {
  const { actions: open } = await openAsks(ports, userId);
  const isFresh = ports.clock.now() - Date.parse(timestamp) < overtakingMs;
  if (isFresh && open.some(mayHaveLeft))
    throw new AppError('UNAVAILABLE', 'The message that is answered is not known yet');
  return open.length === 0 ? { found: 'none' } : { found: 'several', open };
}

/** Delivered again, a reply is about what it was about at first, whatever is open by then. */
async function unquoted(ports: Core['ports'], event: ActionApprovalReply): Promise<Asked> {
  const { actions: open } = await openAsks(ports, event.userId);
  const now = open.map(referenceTo);
  const meant = await ports.unquotedReplies.settle(evidenceOf(event), now);
  const loaded = meant === now ? open : await ports.actions.loadMany(meant.map(({ actionId }) => actionId));
  const [only, another] = meant;
  if (only === undefined) return { found: 'none' };
  if (another !== undefined) return { found: 'several', open: loaded.filter(isOpen) };
  const [one] = loaded;
  return one === undefined ? { found: 'none' } : { found: 'one', loaded: one, ...only, unquoted: true };
}

const referenceTo = ({ action: { id, ask } }: Loaded): AskReference => ({
  actionId: id,
  askId: ask?.id ?? null,
  version: ask?.version ?? null,
});

const isOpen = ({ action: { status } }: Loaded) => status === 'awaiting_approval';

/** Its question may be on the phone already, though nobody has said so. */
const mayHaveLeft = ({ action: { ask } }: Loaded) => ask !== null && ask.delivery.sentAt === undefined;
