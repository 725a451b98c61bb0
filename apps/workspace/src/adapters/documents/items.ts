import { AppError, uuidFromName } from '@intexuraos/kernel';
import type { CommitOutcome, Store, Stored, Write } from '@intexuraos/storage';
import type { Item } from '../../domain/item.ts';
import type { Items, KeptItem } from '../../ports.ts';
import { items, nameClaims } from './item-collection.ts';

export function createItems(store: Store): Items {
  const get = async (id: string) => {
    const stored = await store.get(items, id);
    return stored && kept(stored);
  };
  return {
    get,
    async add(item, uniqueName) {
      const create: Write = { kind: 'create', collection: items, id: item.id, data: item };
      const claim = uniqueName === null ? null : claimOf(item, uniqueName);
      const result = await certainly(store.commit(claim ? [create, claim] : [create]));
      if (result.outcome === 'committed') return { outcome: 'added' };
      const existing = await get(item.id);
      if (existing) return { outcome: 'exists', kept: existing };
      const owner = claim && (await store.get(nameClaims, claim.id));
      if (owner) return { outcome: 'taken', itemId: owner.data.itemId };
      throw new AppError('UNAVAILABLE', 'What was in the way has just gone; try again');
    },
    async change({ item, version }, next) {
      const write: Write = { kind: 'replace', collection: items, id: item.id, data: next, expected: version };
      return (await certainly(store.commit([write]))).outcome === 'committed';
    },
    async list({ userId, kind, limit, cursor }) {
      const page = await store.query(items, {
        where: { userId, ...(kind !== undefined && { kind }) },
        orderBy: { field: 'createdAt', direction: 'descending' },
        limit,
        ...(cursor !== undefined && { cursor }),
      });
      return { items: page.docs.map(({ data }) => data), nextCursor: page.nextCursor };
    },
  };
}

const kept = ({ data, version }: Stored<Item>): KeptItem => ({ item: data, version });

const claimOf = ({ userId, kind, id }: Item, uniqueName: string): Write => ({
  kind: 'create',
  collection: nameClaims,
  id: uuidFromName(JSON.stringify([kind, userId, uniqueName])),
  data: { userId, itemId: id },
});

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
