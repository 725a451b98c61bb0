import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Access } from '../api.ts';

const Local = z.object({
  baseUrl: z.string(),
  userId: z.string(),
  userToken: z.string(),
  internalAuthToken: z.string(),
});
type Local = z.infer<typeof Local>;

/** What a started machine wrote into its folder for clients. */
const readLocal = (dataDir: string): Local =>
  Local.parse(JSON.parse(readFileSync(join(dataDir, 'local.json'), 'utf8')));

/** Whether the machine at this address is the one that has the folder, and not another that was started on it as well. */
export function isServedAt(url: string, dataDir: string): boolean {
  return existsSync(join(dataDir, 'local.json')) && readLocal(dataDir).baseUrl === url;
}

/** How clients of the machine that has the folder prove who they are. */
export function localAccess(dataDir: string): Access {
  let known: Local | null = null;
  const local = () => (known ??= readLocal(dataDir));
  const asService = async () => ({ 'x-internal-auth': local().internalAuthToken });
  return {
    userId: () => local().userId,
    asPerson: async () => ({ authorization: `Bearer ${local().userToken}` }),
    asService,
    asPubSub: asService,
    subscriptionPrefix: 'projects/local/subscriptions/',
  };
}
