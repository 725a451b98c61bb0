import { untilKept } from '@intexuraos/kernel';
import type { Item } from '../domain/item.ts';
import type { KeptItem } from '../ports.ts';

/** Changes an item as it is then; `write` resolves to null when somebody wrote in between. Throws CONFLICT. */
export const changeUntilKept = (
  read: () => Promise<KeptItem>,
  write: (kept: KeptItem) => Promise<Item | null>,
): Promise<Item> => untilKept('item', async () => write(await read()));
