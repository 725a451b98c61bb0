import { z } from 'zod';
import { listMirrors as list } from '../use-cases/switch-mirror.ts';
import { endpoint } from './endpoint.ts';
import { ShownMirrors } from './mirror-view.ts';

export const listMirrors = endpoint({
  method: 'GET',
  path: '/mirrors',
  auth: 'user',
  summary: 'Which kinds of your items also appear on an outside platform, when you have an account there',
  input: z.object({}),
  output: ShownMirrors,
  handle: async (_, { app, caller }) => ({ mirrors: [...(await list(app, caller.userId))] }),
});
