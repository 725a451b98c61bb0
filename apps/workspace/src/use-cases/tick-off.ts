import { AppError } from '@intexuraos/kernel';
import type { Item } from '../domain/item.ts';
import { itemKind } from '../items/index.ts';
import type { WorkspacePorts } from '../ports.ts';
import { changeUntilKept } from './change-until-kept.ts';
import { ownItem, type Wanted } from './own-item.ts';

/** Ticks an item off or opens it again; the same twice changes nothing. Throws NOT_FOUND, VALIDATION_FAILED for a kind without an end. */
export async function tickOff(ports: WorkspacePorts, wanted: Wanted, isCompleted: boolean): Promise<Item> {
  const now = ports.clock.now();
  return changeUntilKept(
    () => ownItem(ports, wanted),
    async (kept) => {
      if (!itemKind(kept.item.kind).isTask) throw noTask();
      if ((kept.item.completedAt !== null) === isCompleted) return kept.item;
      const next = { ...kept.item, completedAt: isCompleted ? now : null, updatedAt: now };
      return (await ports.items.change(kept, next)) ? next : null;
    },
  );
}

const noTask = () =>
  new AppError('VALIDATION_FAILED', 'The request is not valid', {
    details: [{ path: 'kind', message: 'expected a kind that can be completed: todo' }],
  });
