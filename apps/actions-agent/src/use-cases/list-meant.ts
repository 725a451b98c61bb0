import type { ActionApprovalReply } from '@intexuraos/contracts';
import { AppError } from '@intexuraos/kernel';
import type { Reference } from '../domain/reply/reference.ts';
import type { AskList, QuestionRef } from '../ports.ts';
import type { Core } from './core.ts';
import { overtakingMs } from './find-asked.ts';
import { questionOf } from './question-ref.ts';

/** An older list is no longer what a number without a quotation means. */
const listLifeMs = 24 * 3_600_000;
/** WhatsApp tells whole seconds: a reply may have been written up to the end of its second. */
const secondMs = 999;
const listsLookedAt = 5;
/** Nobody reads a list and answers it faster; a reply that comes sooner may mean the list before. */
const readingMs = 5_000;

/**
 * The list whose numbers a reply means: the quoted one, else the newest that had reached the person when they wrote.
 * Null where that is in doubt. Throws UNAVAILABLE while nobody knows yet whether the newest has left.
 */
export async function listMeant(core: Core, event: ActionApprovalReply): Promise<AskList | null> {
  const { askLists } = core.ports;
  const { userId, replyToWamid } = event;
  const quoted = replyToWamid === '' ? null : await askLists.byWamid(userId, replyToWamid);
  if (quoted !== null) return quoted;
  const lists = await askLists.newestOf(userId, listsLookedAt);
  return lists[0] === undefined ? null : newestMeant(core, event, lists[0], lists);
}

function newestMeant(
  { ports }: Core,
  { replyToWamid, timestamp }: ActionApprovalReply,
  newest: AskList,
  lists: readonly AskList[],
): AskList | null {
  const age = ports.clock.now() - newest.createdAt;
  if (newest.sentAt === null) {
    if (age < overtakingMs) throw new AppError('UNAVAILABLE', 'It is not known yet whether the list has left');
    return null;
  }
  const saidAt = Date.parse(timestamp) + secondMs;
  const isMeant = replyToWamid === '' && age < listLifeMs && saidAt >= newest.sentAt;
  return isMeant && !mayMeanEarlier(lists, newest, saidAt) ? newest : null;
}

/** Whether the person may still have had another list before their eyes when these numbers were new. */
function mayMeanEarlier(lists: readonly AskList[], newest: AskList, saidAt: number): boolean {
  const others = lists.findIndex((list) => !isSame(list, newest));
  const shownAt = lists[others - 1]?.sentAt ?? newest.sentAt;
  return others > 0 && shownAt !== null && saidAt < shownAt + readingMs;
}

const namesOf = ({ entries }: AskList) => entries.map(({ askId, contentHash }) => `${askId}|${contentHash}`).join();
const isSame = (one: AskList, other: AskList) => namesOf(one) === namesOf(other);

/** The question that a number of this list, or a code, stands for; null for none that is known. */
export async function questionNamed(
  { ports }: Core,
  { userId }: ActionApprovalReply,
  reference: Reference,
  list: AskList | null,
): Promise<QuestionRef | null> {
  if (reference.by === 'number') return list?.entries[reference.number - 1] ?? null;
  const holder = await ports.actions.withAskCode(userId, reference.code);
  return holder === null ? null : questionOf(holder.action);
}
