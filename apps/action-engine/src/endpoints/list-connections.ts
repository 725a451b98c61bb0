import { z } from 'zod';
import { ShownConnection, shownConnection } from './connection-view.ts';
import { endpoint } from './endpoint.ts';

export const listConnections = endpoint({
  method: 'GET',
  path: '/connections',
  auth: 'user',
  summary: 'Your accounts on outside platforms, with scopes and health; at most 100',
  input: z.object({}),
  output: z.object({ connections: z.array(ShownConnection) }),
  handle: async (_, { app, caller }) => ({
    connections: (await app.connections.list(caller.userId)).map(shownConnection),
  }),
});
