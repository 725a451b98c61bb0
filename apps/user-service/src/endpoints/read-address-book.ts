import { AddressBook, UserId } from '@intexuraos/contracts';
import { z } from 'zod';
import { listEntries } from '../use-cases/address-book.ts';
import { endpoint } from './endpoint.ts';

export const readAddressBook = endpoint({
  method: 'GET',
  path: '/internal/users/:userId/address-book',
  auth: 'service',
  summary: 'Whom a person writes to, by name',
  input: z.object({ userId: UserId }),
  output: AddressBook,
  handle: async ({ userId }, { app }) => ({ entries: [...(await listEntries(app, userId))] }),
});
