import { contentHash } from '@intexuraos/kernel';
import type { CallIdentity } from './call-identity.ts';
import type { Item } from './item.ts';

/** What to make of a call for an item that exists already. */
export type Repeat =
  /** The same call again, or the same wish by another one: it gets the same answer. */
  | { readonly kind: 'same'; readonly epoch: number | null }
  /** The caller has lost its lease to somebody who has called already. */
  | { readonly kind: 'stale' }
  /** Another version of what is done already: to do it too would be a second effect. */
  | { readonly kind: 'different' };

export function judgeRepeat(existing: Item, call: CallIdentity, content: object): Repeat {
  const { idempotencyKey, epoch } = existing.receipt;
  if (call.epoch !== null && epoch !== null && call.epoch < epoch) return { kind: 'stale' };
  const sameCall = call.idempotencyKey !== null && call.idempotencyKey === idempotencyKey;
  if (!sameCall && contentHash(existing.content) !== contentHash(content)) return { kind: 'different' };
  return { kind: 'same', epoch: higher(epoch, call.epoch) };
}

const higher = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : Math.max(a, b));
