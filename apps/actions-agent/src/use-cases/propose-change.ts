import type { ActionApprovalReply } from '@intexuraos/contracts';
import type { EditReading } from '../action-types/edit.ts';
import { actionTypeOf } from '../action-types/index.ts';
import type { Action } from '../domain/action.ts';
import { type Veto, vetoesOf } from '../domain/reply/veto.ts';
import type { Core } from './core.ts';

/** Signs of a change in a reply that no plain layer could read. */
const signs: ReadonlySet<Veto> = new Set(['edit', 'time', 'number', 'condition']);

const none: EditReading = { outcome: 'none' };

/**
 * What the person's language model sees as a change in a reply. It only points: a part must be one that this type has, a
 * value must stand in the reply, and both are read and shown by code before anybody can approve them.
 */
export async function proposeChange({ ports }: Core, event: ActionApprovalReply, action: Action): Promise<EditReading> {
  const { replyText, userId, timestamp } = event;
  const type = actionTypeOf(action.type);
  if (type === null || !vetoesOf(replyText).some((veto) => signs.has(veto))) return none;
  if (!(await ports.quota.take('classification', userId))) return none;
  const names = type.editableNames(action);
  const proposed = await ports.proposeEdit(userId, replyText, names);
  const isPointed = proposed.every(({ part, value }) => names.includes(part) && replyText.includes(value));
  if (proposed.length === 0 || !isPointed) return none;
  const setting = { now: Date.parse(timestamp), ...(await ports.people.localeOf(userId)) };
  return type.edit(
    proposed.map(({ part, value }) => ({ name: part, value })),
    action,
    setting,
  );
}
