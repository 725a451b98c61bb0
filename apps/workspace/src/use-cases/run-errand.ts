import { begun, type ErrandEnd, type ErrandName, settled } from '../domain/errand.ts';
import type { Item } from '../domain/item.ts';
import { bookmark } from '../items/bookmark/index.ts';
import { errandOf } from '../items/define.ts';
import { itemKind } from '../items/index.ts';
import { research } from '../items/research/index.ts';
import type { WorkspacePorts } from '../ports.ts';
import { changeInAttempt } from './change-in-attempt.ts';
import { mirrorItem } from './mirror-item.ts';

type Work = (ports: WorkspacePorts, item: Item, signal: AbortSignal) => Promise<ErrandEnd>;

const works: { readonly [name in ErrandName]: Work } = {
  async page({ pages, clock }, item, signal) {
    const page = await pages.read(bookmark.content.parse(item.content).url, signal);
    if (page.outcome === 'read') return { found: { ...page.facts, readAt: clock.now() } };
    return { problem: page.reason, isFinal: page.outcome === 'blocked' };
  },
  async text({ writeResearch, clock }, item, signal) {
    const { title, prompt } = research.content.parse(item.content);
    const answer = await writeResearch(item.userId, { title, prompt }, signal);
    if (answer.outcome !== 'written') return answer;
    const { text, openQuestions, model } = answer;
    return { found: { text, openQuestions, model, notice, writtenAt: clock.now() } };
  },
  mirror: mirrorItem,
};

/** Stands beside each text, wherever it is shown. */
const notice = 'Written by a language model. Nobody has checked it.';

/**
 * Makes one attempt at what has to be found out about an item, if one is due and nobody else makes it. The attempt is
 * written down before it begins, so whatever happens there are only so many.
 */
export async function runErrand(ports: WorkspacePorts, id: string, signal: AbortSignal): Promise<void> {
  const item = await taken(ports, id);
  const name = item === null ? undefined : errandOf(itemKind(item.kind));
  if (item === null || item.errand === null || name === undefined) return;
  const end = await works[name](ports, item, signal);
  if (await changeInAttempt(ports.items, item, (kept) => settled(kept, end, ports.clock.now()))) return;
  ports.log.info({ itemId: id }, 'what came of an errand was not kept: somebody else is at it');
}

async function taken({ items, clock, errandLeaseMs }: WorkspacePorts, id: string): Promise<Item | null> {
  const kept = await items.get(id);
  const now = clock.now();
  const errand = kept?.item.errand ?? null;
  if (!kept || errand === null || errand.at > now) return null;
  const next = begun(kept.item, errand, now, errandLeaseMs);
  return (await items.change(kept, next)) ? next : null;
}
