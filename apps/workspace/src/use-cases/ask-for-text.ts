import { newErrand } from '../domain/errand.ts';
import type { Item } from '../domain/item.ts';
import { research } from '../items/research/index.ts';
import type { WorkspacePorts } from '../ports.ts';
import { changeUntilKept } from './change-until-kept.ts';
import { ownItem, type Wanted } from './own-item.ts';
import { runErrand } from './run-errand.ts';

/** Has the person's language model write a research, perhaps again; while it is at work nothing changes. Throws NOT_FOUND. */
export async function askForText(ports: WorkspacePorts, wanted: Omit<Wanted, 'kind'>): Promise<Item> {
  const now = ports.clock.now();
  const item = await changeUntilKept(
    () => ownItem(ports, { ...wanted, kind: research.name }),
    async (kept) => {
      if (kept.item.errand !== null) return kept.item;
      const next = { ...kept.item, errand: newErrand(now), problem: null, updatedAt: now };
      return (await ports.items.change(kept, next)) ? next : null;
    },
  );
  ports.background.begin((signal) => runErrand(ports, item.id, signal));
  return item;
}
