import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Access } from '../api.ts';

const Local = z.object({ userId: z.string(), userToken: z.string(), internalAuthToken: z.string() });
type Local = z.infer<typeof Local>;

/** What a started machine wrote into its folder for clients. */
export function localAccess(dataDir: string): Access {
  let known: Local | null = null;
  const local = () => (known ??= Local.parse(JSON.parse(readFileSync(join(dataDir, 'local.json'), 'utf8'))));
  const asService = async () => ({ 'x-internal-auth': local().internalAuthToken });
  return {
    userId: () => local().userId,
    asPerson: async () => ({ authorization: `Bearer ${local().userToken}` }),
    asService,
    asPubSub: asService,
    subscriptionPrefix: 'projects/local/subscriptions/',
  };
}
