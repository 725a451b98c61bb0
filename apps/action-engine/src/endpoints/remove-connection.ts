import { z } from 'zod';
import { removeConnection as remove } from '../use-cases/remove-connection.ts';
import { endpoint } from './endpoint.ts';

export const removeConnection = endpoint({
  method: 'DELETE',
  path: '/connections/:connectionId',
  auth: 'user',
  summary: 'Disconnect an account: its secret is destroyed, and revoked at the platform where that is possible',
  quota: 'mutation',
  input: z.object({ connectionId: z.uuid() }),
  output: z.object({ revoked: z.boolean() }),
  handle: ({ connectionId }, { app, caller }) => remove(app, caller.userId, connectionId),
});
