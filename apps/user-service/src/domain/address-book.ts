import { uuidFromName } from '@intexuraos/kernel';

/** Somebody whom a person writes to, by the name that they call them. */
export interface AddressBookEntry {
  readonly id: string;
  readonly name: string;
  readonly address: string;
}

export const entriesMax = 500;

/** A name stands for one address, however it is written: a new one takes its place. */
export const entryOf = ({ name, address }: Omit<AddressBookEntry, 'id'>): AddressBookEntry => ({
  id: uuidFromName(name.toLowerCase()),
  name,
  address,
});

export const withEntry = (entries: readonly AddressBookEntry[], entry: AddressBookEntry): readonly AddressBookEntry[] =>
  [...entries.filter(({ id }) => id !== entry.id), entry].toSorted((one, other) => one.name.localeCompare(other.name));
