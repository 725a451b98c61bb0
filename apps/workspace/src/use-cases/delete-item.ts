import { itemKind } from '../items/index.ts';
import type { WorkspacePorts } from '../ports.ts';
import { changeUntilKept } from './change-until-kept.ts';
import { ownItem, type Wanted } from './own-item.ts';

/** Takes an item out of its owner's sight, for good. Throws NOT_FOUND. */
export async function deleteItem(ports: WorkspacePorts, wanted: Wanted): Promise<void> {
  const now = ports.clock.now();
  await changeUntilKept(
    () => ownItem(ports, wanted),
    async (kept) => {
      const next = { ...kept.item, deletedAt: now, errand: null, updatedAt: now };
      const uniqueName = itemKind(wanted.kind).uniqueName?.(kept.item.content) ?? null;
      return (await ports.items.remove(kept, next, uniqueName)) ? next : null;
    },
  );
}
