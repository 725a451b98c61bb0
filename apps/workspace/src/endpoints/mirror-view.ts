import { z } from 'zod';
import { Kind } from './item-view.ts';

/** Where items of a kind are to be seen too, when their owner has an account there. */
export const ShownMirrors = z.object({
  mirrors: z.array(
    z.object({ kind: Kind, platform: z.string(), isOn: z.boolean(), connection: z.string().nullable() }),
  ),
});
