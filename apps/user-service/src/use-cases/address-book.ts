import { AppError, untilKept } from '@intexuraos/kernel';
import { type AddressBookEntry, entriesMax, entryOf, withEntry } from '../domain/address-book.ts';
import type { UserServicePorts } from '../ports.ts';

type Ports = Pick<UserServicePorts, 'addressBooks'>;
type Entries = readonly AddressBookEntry[];

export const listEntries = async ({ addressBooks }: Ports, userId: string): Promise<Entries> =>
  (await addressBooks.get(userId))?.entries ?? [];

/** In place of what stood under the name. Throws VALIDATION_FAILED when the book is full. */
export async function saveEntry(
  ports: Ports,
  userId: string,
  wanted: Omit<AddressBookEntry, 'id'>,
): Promise<AddressBookEntry> {
  const entry = entryOf(wanted);
  await changeBook(ports, userId, (entries) => {
    const next = withEntry(entries, entry);
    if (next.length > entriesMax) throw full();
    return next;
  });
  return entry;
}

const full = () =>
  new AppError('VALIDATION_FAILED', 'The request is not valid', {
    details: [{ path: '', message: `expected at most ${entriesMax} names: delete one first` }],
  });

/** Throws NOT_FOUND. */
export async function removeEntry(ports: Ports, userId: string, id: string): Promise<void> {
  await changeBook(ports, userId, (entries) => {
    const others = entries.filter((entry) => entry.id !== id);
    if (others.length === entries.length) throw new AppError('NOT_FOUND', 'There is no such name');
    return others;
  });
}

const changeBook = ({ addressBooks }: Ports, userId: string, change: (entries: Entries) => Entries) =>
  untilKept('address book', async () => {
    const kept = await addressBooks.get(userId);
    const after = change(kept?.entries ?? []);
    return (await addressBooks.save(userId, kept, after)) ? after : null;
  });
