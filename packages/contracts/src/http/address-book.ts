import { z } from 'zod';
import { Id, text } from '../primitives.ts';

/** RFC 5321 4.5.3.1: the longest that a mail server must take. */
const addressCharsMax = 254;

/** Somebody whom a person writes to, by the name that they call them. */
export const NewAddressBookEntry = z.strictObject({
  name: text(100)
    .transform((name) => name.trim())
    .refine((name) => name !== '', 'expected a name'),
  address: z.email('expected an address like "ana@example.com"').max(addressCharsMax),
});
export type NewAddressBookEntry = z.infer<typeof NewAddressBookEntry>;

export const AddressBookEntry = NewAddressBookEntry.extend({ id: Id });
export type AddressBookEntry = z.infer<typeof AddressBookEntry>;

export const AddressBook = z.object({ entries: z.array(AddressBookEntry) });
