import type { ActionApprovalReply } from '@intexuraos/contracts';
import type { EditReading } from '../action-types/edit.ts';
import { actionTypeOf } from '../action-types/index.ts';
import type { Action } from '../domain/action.ts';
import { type EditWish, readEditWish } from '../domain/reply/edit-wish.ts';
import { splitWish } from '../domain/reply/split-wish.ts';
import type { Core } from './core.ts';

const none: EditReading = { outcome: 'none' };

/** The wish for a change that a reply in words may be. */
export const wishOf = ({ buttonId, reaction, replyText }: ActionApprovalReply): EditWish | null =>
  buttonId === undefined && reaction === undefined ? readEditWish(replyText) : null;

/**
 * What a wish changes about this action, as its type reads it. Times are counted from the moment the person wrote, so
 * that the same reply means the same whenever it is read.
 */
export async function readChange(
  { ports }: Core,
  { timestamp }: ActionApprovalReply,
  action: Action,
  wish: EditWish | null,
): Promise<EditReading> {
  const type = actionTypeOf(action.type);
  if (wish === null || type === null) return none;
  const setting = { now: Date.parse(timestamp), ...(await ports.people.localeOf(action.userId)) };
  const reading = await type.edit(splitWish(wish, type.partNames(action)), action, setting);
  return wish.form === 'bare' && reading.outcome !== 'changed' ? none : reading;
}
