import { OperationWish, PreparedOperation } from '@intexuraos/internal-clients/action-engine';
import type { z } from 'zod';
import type { Action } from '../../domain/action.ts';
import { Spoken } from '../payload.ts';

/** What an action of this type is about, as it came or was edited. */
export const Wish = Spoken.extend(OperationWish.shape);
export type Wish = z.infer<typeof Wish>;

const nothing: Wish = { action_type: 'operation', payload: {} };

/** As much of the wish as can be read, to be shown. */
export const wishOf = ({ payload }: Action): Wish => Wish.catch(nothing).parse(payload);

/** What was worked out and will be sent; null until it is known. */
export const preparedOf = ({ prepared }: Action): PreparedOperation | null =>
  PreparedOperation.nullable().catch(null).parse(prepared);
