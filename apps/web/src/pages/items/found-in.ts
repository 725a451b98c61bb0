import * as z from 'zod/mini';
import type { Item } from '../../api/items.ts';

const Mirror = z.object({ mirror: z.object({ account: z.string(), url: z._default(z.nullable(z.string()), null) }) });

/** Where an item is beside here, or null. The address is empty where the platform gave none. */
export function mirrorIn({ found }: Pick<Item, 'found'>): { readonly account: string; readonly url: string } | null {
  const mirror = Mirror.safeParse(found).data?.mirror;
  return mirror === undefined ? null : { account: mirror.account, url: mirror.url ?? '' };
}

const PageFacts = z.object({ title: z.optional(z.string()), description: z.optional(z.string()) });

/** What the page of a bookmark says about itself, by name. */
export function pageFactsIn({ kind, found }: Item): readonly (readonly [string, string])[] {
  const { title = '', description = '' } = (kind === 'bookmark' && PageFacts.safeParse(found).data) || {};
  return Object.entries({ title, description }).filter(([, value]) => value !== '');
}

const Research = z.object({
  text: z.string(),
  openQuestions: z.array(z.string()),
  model: z.string(),
  /** Who wrote it, and that nobody has checked it. */
  notice: z.string(),
});
export type Research = z.infer<typeof Research>;

export const researchIn = ({ found }: Pick<Item, 'found'>): Research | null => Research.safeParse(found).data ?? null;
