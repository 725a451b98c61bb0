import { AppError } from '@intexuraos/kernel';
import { can } from '../domain/can.ts';
import { askedErrand } from '../domain/errand.ts';
import type { Item } from '../domain/item.ts';
import { errandOf } from '../items/define.ts';
import { itemKind } from '../items/index.ts';
import type { WorkspacePorts } from '../ports.ts';
import { changeUntilKept } from './change-until-kept.ts';
import { ownItem, type Wanted } from './own-item.ts';
import { runErrand } from './run-errand.ts';

/**
 * Puts an item on its outside platform because its owner wants it there; what may be there already is looked for first.
 * While it is under way nothing changes. Throws NOT_FOUND, CONFLICT for what is there, or cannot be.
 */
export async function askForMirror(ports: WorkspacePorts, wanted: Wanted): Promise<Item> {
  const now = ports.clock.now();
  const item = await changeUntilKept(
    () => ownItem(ports, wanted),
    async (kept) => {
      if (kept.item.errand !== null) return kept.item;
      if (!can(kept.item, { errand: errandOf(itemKind(wanted.kind)) }).includes('mirror'))
        throw new AppError('CONFLICT', 'It is there already, or there is no platform for it');
      const next = { ...kept.item, errand: askedErrand(now), problem: null, updatedAt: now };
      return (await ports.items.change(kept, next)) ? next : null;
    },
  );
  ports.background.begin((signal) => runErrand(ports, item.id, signal));
  return item;
}
