import { AppError } from '@intexuraos/kernel';
import { bookmark } from '../items/bookmark/index.ts';
import type { KeptItem, PageFacts, WorkspacePorts } from '../ports.ts';

const triesMax = 5;

/**
 * Reads the bookmarked page again and keeps what it says about itself. Throws NOT_FOUND, VALIDATION_FAILED for a page
 * that we do not go to, DOWNSTREAM_ERROR for one that cannot be read. May be repeated.
 */
export async function refreshBookmark(ports: WorkspacePorts, id: string): Promise<{ id: string; url: string }> {
  const { url } = bookmark.content.parse((await bookmarkOf(ports, id)).item.content);
  const facts = await factsOf(ports, url);
  const now = ports.clock.now();
  for (let tries = 0; tries < triesMax; tries++) {
    const kept = await bookmarkOf(ports, id);
    const next = { ...kept.item, found: { ...facts, readAt: now }, updatedAt: now };
    if (await ports.items.change(kept, next)) return { id, url };
  }
  throw new AppError('INTERNAL_ERROR', 'Too many refreshes of the same bookmark at once');
}

async function bookmarkOf(ports: WorkspacePorts, id: string): Promise<KeptItem> {
  const kept = await ports.items.get(id);
  if (kept?.item.kind === bookmark.name) return kept;
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
