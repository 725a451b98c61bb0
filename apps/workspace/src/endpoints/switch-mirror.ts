import { Id } from '@intexuraos/contracts';
import { z } from 'zod';
import { switchMirror as turn } from '../use-cases/switch-mirror.ts';
import { endpoint } from './endpoint.ts';
import { Kind } from './item-view.ts';
import { ShownMirrors } from './mirror-view.ts';

export const switchMirror = endpoint({
  method: 'PUT',
  path: '/mirrors',
  auth: 'user',
  summary:
    'Switch the mirror of a kind on or off, or choose its account, for new items; what is mirrored already stays',
  quota: 'mutation',
  input: z.object({
    kind: Kind,
    isOn: z.boolean().optional(),
    connection: Id.nullish().describe('which of your accounts; null: the one used last'),
  }),
  output: ShownMirrors,
  handle: async (wanted, { app, caller }) => ({ mirrors: [...(await turn(app, caller.userId, wanted))] }),
});
