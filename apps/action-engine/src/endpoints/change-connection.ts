import { z } from 'zod';
import { changeConnection as change } from '../use-cases/change-connection.ts';
import { Fields, Label, ShownConnection, shownConnection } from './connection-view.ts';
import { endpoint } from './endpoint.ts';

export const changeConnection = endpoint({
  method: 'PATCH',
  path: '/connections/:connectionId',
  auth: 'user',
  summary: 'Rename a connection, change its settings, or enter its credentials anew',
  quota: 'mutation',
  input: z.object({
    connectionId: z.uuid(),
    label: Label.optional(),
    settings: Fields.optional(),
    credentials: Fields.optional(),
  }),
  output: z.object({ connection: ShownConnection }),
  handle: async ({ connectionId, credentials, ...wanted }, { app, caller }) => {
    const secret = credentials && ({ kind: 'entered', credentials } as const);
    return { connection: shownConnection(await change(app, caller.userId, connectionId, { ...wanted, secret })) };
  },
});
