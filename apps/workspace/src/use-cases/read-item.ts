import { AppError } from '@intexuraos/kernel';
import type { Item } from '../domain/item.ts';
import type { WorkspacePorts } from '../ports.ts';

/** Throws NOT_FOUND, in the same words, for an item that is not there, of another kind, or somebody else's. */
export async function readItem(ports: WorkspacePorts, wanted: Pick<Item, 'id' | 'kind' | 'userId'>): Promise<Item> {
  const kept = await ports.items.get(wanted.id);
  if (kept && kept.item.kind === wanted.kind && kept.item.userId === wanted.userId) return kept.item;
  throw new AppError('NOT_FOUND', 'There is no such item');
}
