import { OperationWish, PreparedOperation } from '@intexuraos/internal-clients/action-engine';
import { z } from 'zod';
import type { Action } from '../../domain/action.ts';

/** What an action of this type is about, as it came or was edited. */
export const Wish = OperationWish.extend({
  /** Who gets it, as the person said it: names and addresses. Stands for the field `to`. */
  recipient: z.string().max(500).optional(),
  /** Which of the person's notes it says: words of its title, empty for the newest. Stands for `subject` and `body`. */
  notes: z.string().max(200).optional(),
});
export type Wish = z.infer<typeof Wish>;

const nothing: Wish = { action_type: 'operation', payload: {} };

/** As much of the wish as can be read, to be shown. */
export const wishOf = ({ payload }: Action): Wish => Wish.catch(nothing).parse(payload);

/** What was worked out and will be sent; null until it is known. */
export const preparedOf = ({ prepared }: Action): PreparedOperation | null =>
  PreparedOperation.nullable().catch(null).parse(prepared);
