import { z } from 'zod';
import { switchMirror as turn } from '../use-cases/switch-mirror.ts';
import { endpoint } from './endpoint.ts';
import { Kind } from './item-view.ts';
import { ShownMirrors } from './mirror-view.ts';

export const switchMirror = endpoint({
  method: 'PUT',
  path: '/mirrors',
  auth: 'user',
  summary: 'Switch the mirror of a kind on or off for new items; what is mirrored already stays',
  quota: 'mutation',
  input: z.object({ kind: Kind, isOn: z.boolean() }),
  output: ShownMirrors,
  handle: async (wanted, { app, caller }) => ({ mirrors: [...(await turn(app, caller.userId, wanted))] }),
});
