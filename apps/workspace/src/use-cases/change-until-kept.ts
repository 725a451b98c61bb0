import { AppError } from '@intexuraos/kernel';
import type { Item } from '../domain/item.ts';
import type { KeptItem } from '../ports.ts';

const triesMax = 5;

/** Reads, changes and writes, and again when somebody wrote in between. Throws CONFLICT when that never ends. */
export async function changeUntilKept(
  read: () => Promise<KeptItem>,
  write: (kept: KeptItem) => Promise<Item | null>,
): Promise<Item> {
  for (let tries = 0; tries < triesMax; tries++) {
    const written = await write(await read());
    if (written) return written;
  }
  throw new AppError('CONFLICT', 'Somebody else is changing the same item; try again');
}
