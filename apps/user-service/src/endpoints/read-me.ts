import { z } from 'zod';
import { readPerson } from '../use-cases/read-person.ts';
import { endpoint, Me, meOf } from './endpoint.ts';

export const readMe = endpoint({
  method: 'GET',
  path: '/users/me',
  auth: 'user',
  summary: 'Your settings',
  input: z.object({}),
  output: Me,
  handle: async (_, { app, caller }) => meOf(await readPerson(app, caller.userId)),
});
