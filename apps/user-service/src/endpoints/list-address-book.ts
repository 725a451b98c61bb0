import { AddressBook } from '@intexuraos/contracts';
import { z } from 'zod';
import { listEntries } from '../use-cases/address-book.ts';
import { endpoint } from './endpoint.ts';

export const listAddressBook = endpoint({
  method: 'GET',
  path: '/me/address-book',
  auth: 'user',
  summary: 'Whom you write to, by name',
  input: z.object({}),
  output: AddressBook,
  handle: async (_, { app, caller }) => ({ entries: [...(await listEntries(app, caller.userId))] }),
});
