import { AppError, uuidFromName } from '@intexuraos/kernel';
import type { CommitOutcome, Store, Stored, Write } from '@intexuraos/storage';
import type { Item } from '../../domain/item.ts';
import type { ItemQuery, Items, KeptItem } from '../../ports.ts';
import { documentOf, items, nameClaims } from './item-collection.ts';

export function createItems(store: Store): Items {
  const get = async (id: string) => {
    const stored = await store.get(items, id);
    return stored && kept(stored);
  };
  const commit = async (...writes: readonly Write[]) => (await certainly(store.commit(writes))).outcome === 'committed';
  return {
    get,
    async add(item, uniqueName) {
      const create: Write = { kind: 'create', collection: items, id: item.id, data: documentOf(item) };
      const claim = uniqueName === null ? null : claimOf(item, uniqueName);
      if (await commit(create, ...(claim ? [claim] : []))) return { outcome: 'added' };
      const existing = await get(item.id);
      if (existing) return { outcome: 'exists', kept: existing };
      const owner = claim && (await store.get(nameClaims, claim.id));
      if (owner) return { outcome: 'taken', itemId: owner.data.itemId };
      throw new AppError('UNAVAILABLE', 'What was in the way has just gone; try again');
    },
    change: (from, next) => commit(replacement(from, next)),
    remove: (from, next, uniqueName) =>
      commit(
        replacement(from, next),
        ...(uniqueName === null ? [] : [{ ...claimOf(next, uniqueName), kind: 'delete' } as const]),
      ),
    list: (query) => listLive(store, query),
    async due(now, limit) {
      const orderBy = { field: 'errandAt', direction: 'ascending' } as const;
      const page = await store.query(items, { where: {}, orderBy, to: now, limit });
      return page.docs.map(({ data }) => data);
    },
  };
}

const kept = ({ data, version }: Stored<Item>): KeptItem => ({ item: data, version });

const replacement = ({ item: { id }, version }: KeptItem, next: Item): Write => ({
  kind: 'replace',
  collection: items,
  id,
  data: documentOf(next),
  expected: version,
});

const claimOf = ({ userId, kind, id }: Item, uniqueName: string) =>
  ({
    kind: 'create',
    collection: nameClaims,
    id: uuidFromName(JSON.stringify([kind, userId, uniqueName])),
    data: { userId, itemId: id },
  }) as const satisfies Write;

/** Whoever has deleted a great many gets a shorter page, and a cursor to go on with. */
const roundsMax = 10;

/** Deleted ones are left out here and not by the query: older documents lack the field for it. */
async function listLive(store: Store, { userId, kind, limit, cursor }: ItemQuery): ReturnType<Items['list']> {
  const live: Item[] = [];
  let nextCursor = cursor ?? null;
  for (let round = 0; round < roundsMax && live.length < limit; round += 1) {
    const page = await store.query(items, {
      where: { userId, ...(kind !== undefined && { kind }) },
      orderBy: { field: 'createdAt', direction: 'descending' },
      limit: limit - live.length,
      ...(nextCursor !== null && { cursor: nextCursor }),
    });
    live.push(...page.docs.map(({ data }) => data).filter(({ deletedAt }) => deletedAt === null));
    nextCursor = page.nextCursor;
    if (nextCursor === null) break;
  }
  return { items: live, nextCursor };
}

/** A store that does not answer may have committed all the same; only a full disk certainly has not. */
async function certainly(commit: Promise<CommitOutcome>): Promise<CommitOutcome> {
  try {
    return await commit;
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== 'UNAVAILABLE') throw cause;
    throw new AppError('INTERNAL_ERROR', 'It is not certain whether this was kept; ask again with the same key', {
      cause,
    });
  }
}
