import { AddressBookEntry, NewAddressBookEntry } from '@intexuraos/contracts';
import { z } from 'zod';
import { saveEntry } from '../use-cases/address-book.ts';
import { endpoint } from './endpoint.ts';

export const saveAddress = endpoint({
  method: 'POST',
  path: '/me/address-book',
  auth: 'user',
  summary: 'Write down the address of somebody, in place of what stood under the name',
  quota: 'mutation',
  input: NewAddressBookEntry,
  output: z.object({ entry: AddressBookEntry }),
  handle: async (wanted, { app, caller }) => ({ entry: await saveEntry(app, caller.userId, wanted) }),
});
