import * as z from 'zod/mini';
import type { Item } from '../../api/items.ts';

const Found = z.object({ mirror: z.object({ account: z.string(), url: z._default(z.nullable(z.string()), null) }) });

/** Where an item is beside here, or null. The address is empty where the platform gave none. */
export function mirrorIn({ found }: Pick<Item, 'found'>): { readonly account: string; readonly url: string } | null {
  const mirror = Found.safeParse(found).data?.mirror;
  return mirror === undefined ? null : { account: mirror.account, url: mirror.url ?? '' };
}
