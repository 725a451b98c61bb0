import type { Store, Version, Write } from '@intexuraos/storage';
import type { Inbox, Kept, NewEntry } from '../../ports.ts';
import { inboundEntries, sentMessages } from './collections.ts';
import { documentOf } from './message-document.ts';

export function createInbox(store: Store): Inbox {
  return {
    async add(entries, changes, flushed) {
      const creates: Write[] = entries.map(({ id, entry }) => ({
        kind: 'create',
        collection: inboundEntries,
        id,
        data: entry,
      }));
      const replaces: Write[] = changes.map(({ kept, next }) => ({
        kind: 'replace',
        collection: sentMessages,
        id: kept.id,
        data: documentOf(next),
        expected: kept.version,
      }));
      const commit = await store.commit([...creates, ...replaces], flushed ? 'flushed' : 'soon');
      if (commit.outcome === 'conflict') return explain(store, entries, commit.index);
      return {
        outcome: 'added',
        entries: entries.map(({ id, entry }, index) => ({
          id,
          data: entry,
          version: versionAt(commit.versions, index),
        })),
      };
    },
    async update(changes, flushed) {
      let open = changes;
      while (open.length > 0) {
        const writes = open.map(
          ({ kept, next }): Write => ({
            kind: 'replace',
            collection: inboundEntries,
            id: kept.id,
            data: next,
            expected: kept.version,
          }),
        );
        const commit = await store.commit(writes, flushed ? 'flushed' : 'soon');
        if (commit.outcome === 'conflict') open = open.filter((_, index) => index !== commit.index);
        else
          return open.map(({ kept, next }, index) => ({
            id: kept.id,
            data: next,
            version: versionAt(commit.versions, index),
          }));
      }
      return [];
    },
    async due(now, limit) {
      const orderBy = { field: 'dueAt', direction: 'ascending' } as const;
      return (await store.query(inboundEntries, { where: {}, orderBy, to: now, limit })).docs.map(kept);
    },
    ping: () => store.ping(),
  };
}

/** Which entries were there already; none when it was one of our own messages that had changed. */
async function explain(store: Store, entries: readonly NewEntry[], index: number) {
  const rival = entries[index];
  if (rival === undefined) return { outcome: 'stale' } as const;
  const known = await store.getMany(
    inboundEntries,
    entries.map(({ id }) => id),
  );
  return { outcome: 'known', ids: new Set([rival.id, ...known.map(({ id }) => id)]) } as const;
}

export const kept = <T>({ id, data, version }: Kept<T>): Kept<T> => ({ id, data, version });

export function versionAt(versions: readonly Version[], index: number): Version {
  const version = versions[index];
  if (version === undefined) throw new Error('the store answered a commit with too few versions');
  return version;
}
