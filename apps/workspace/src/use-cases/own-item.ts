import { AppError } from '@intexuraos/kernel';
import type { Item } from '../domain/item.ts';
import type { KeptItem, WorkspacePorts } from '../ports.ts';

export type Wanted = Pick<Item, 'id' | 'kind' | 'userId'>;

/** Throws NOT_FOUND, in the same words, for an item that is not there, of another kind, deleted, or somebody else's. */
export async function ownItem({ items }: Pick<WorkspacePorts, 'items'>, wanted: Wanted): Promise<KeptItem> {
  const kept = await items.get(wanted.id);
  const isIt = kept?.item.kind === wanted.kind && kept.item.userId === wanted.userId;
  if (kept && isIt && kept.item.deletedAt === null) return kept;
  throw new AppError('NOT_FOUND', 'There is no such item');
}
