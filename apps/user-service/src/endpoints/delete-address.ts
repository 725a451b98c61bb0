import { Id } from '@intexuraos/contracts';
import { z } from 'zod';
import { removeEntry } from '../use-cases/address-book.ts';
import { endpoint } from './endpoint.ts';

export const deleteAddress = endpoint({
  method: 'DELETE',
  path: '/me/address-book/:id',
  auth: 'user',
  summary: 'Forget the address of somebody',
  quota: 'mutation',
  input: z.object({ id: Id }),
  output: z.object({}),
  handle: async ({ id }, { app, caller }) => {
    await removeEntry(app, caller.userId, id);
    return {};
  },
});
