import type { Item } from '../domain/item.ts';
import type { Items } from '../ports.ts';

const triesMax = 5;

/**
 * Changes an item in the course of an attempt at its errand, whatever its owner does to it meanwhile. False: the attempt
 * was taken over and says nothing any more, or the item is never at rest.
 */
export async function changeInAttempt(
  items: Items,
  { id, errand: own }: Item,
  change: (item: Item) => Item,
): Promise<boolean> {
  for (let tries = 0; tries < triesMax; tries++) {
    const kept = await items.get(id);
    if (!kept || kept.item.errand?.at !== own?.at) return false;
    if (await items.change(kept, change(kept.item))) return true;
  }
  return false;
}
