import { AppError } from '@intexuraos/kernel';
import { settled } from '../domain/errand.ts';
import type { Item } from '../domain/item.ts';
import { bookmark } from '../items/bookmark/index.ts';
import type { KeptItem, PageFacts, WorkspacePorts } from '../ports.ts';
import { changeUntilKept } from './change-until-kept.ts';

/**
 * Reads the bookmarked page again and keeps what it says about itself. Throws NOT_FOUND, VALIDATION_FAILED for a page
 * that we do not go to, DOWNSTREAM_ERROR for one that cannot be read. May be repeated.
 */
export async function refreshBookmark(ports: WorkspacePorts, id: string): Promise<Item> {
  const { url } = bookmark.content.parse((await bookmarkOf(ports, id)).item.content);
  const facts = await factsOf(ports, url);
  const now = ports.clock.now();
  return changeUntilKept(
    () => bookmarkOf(ports, id),
    async (kept) => {
      const next = settled(kept.item, { found: { ...facts, readAt: now } }, now);
      return (await ports.items.change(kept, next)) ? next : null;
    },
  );
}

async function bookmarkOf(ports: WorkspacePorts, id: string): Promise<KeptItem> {
  const kept = await ports.items.get(id);
  if (kept?.item.kind === bookmark.name && kept.item.deletedAt === null) return kept;
  throw new AppError('NOT_FOUND', 'There is no such bookmark');
}

async function factsOf(ports: WorkspacePorts, url: string): Promise<PageFacts> {
  const page = await ports.pages.read(url);
  if (page.outcome === 'read') return page.facts;
  if (page.outcome === 'blocked')
    throw new AppError('VALIDATION_FAILED', 'This page is not read from here', {
      details: [{ path: 'url', message: page.reason, reason: 'SSRF_BLOCKED' }],
    });
  throw new AppError('DOWNSTREAM_ERROR', 'The page could not be read', { details: { reason: page.reason } });
}
