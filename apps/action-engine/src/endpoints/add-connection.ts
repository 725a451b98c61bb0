import { answer } from '@intexuraos/http-server';
import { z } from 'zod';
import { addConnection as add } from '../use-cases/add-connection.ts';
import { Fields, Label, PlatformName, ShownConnection, shownConnection } from './connection-view.ts';
import { endpoint } from './endpoint.ts';

export const addConnection = endpoint({
  method: 'POST',
  path: '/connections',
  auth: 'user',
  summary: 'Connect an account with credentials that you enter; they are never shown again',
  quota: 'mutation',
  statuses: [201],
  input: z.object({
    platform: PlatformName,
    label: Label.optional(),
    credentials: Fields,
    settings: Fields.default({}),
  }),
  output: z.object({ connection: ShownConnection }),
  handle: async ({ label = null, ...entered }, { app, caller }) =>
    answer(201, { connection: shownConnection(await add(app, caller.userId, { ...entered, label })) }),
});
