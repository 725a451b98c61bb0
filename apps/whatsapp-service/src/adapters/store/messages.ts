import { uuidFromName } from '@intexuraos/kernel';
import type { Store } from '@intexuraos/storage';
import type { Messages } from '../../ports.ts';
import { sentMessages } from './collections.ts';
import { kept, versionAt } from './inbox.ts';
import { documentOf } from './message-document.ts';

const documentId = (messageKey: string): string => uuidFromName(`message ${messageKey}`);

export function createMessages(store: Store): Messages {
  return {
    async create(message) {
      const id = documentId(message.messageKey);
      const commit = await store.commit(
        [{ kind: 'create', collection: sentMessages, id, data: documentOf(message) }],
        'flushed',
      );
      return commit.outcome === 'conflict' ? null : { id, data: message, version: versionAt(commit.versions, 0) };
    },
    async replace({ id, version }, next, flushed) {
      const write = {
        kind: 'replace',
        collection: sentMessages,
        id,
        data: documentOf(next),
        expected: version,
      } as const;
      const commit = await store.commit([write], flushed ? 'flushed' : 'soon');
      return commit.outcome === 'conflict' ? null : { id, data: next, version: versionAt(commit.versions, 0) };
    },
    byKey: async (messageKey) => {
      const found = await store.get(sentMessages, documentId(messageKey));
      return found && kept(found);
    },
    async byWamid(wamid) {
      const orderBy = { field: 'wamid', direction: 'ascending' } as const;
      const [found] = (await store.query(sentMessages, { where: {}, orderBy, from: wamid, to: wamid, limit: 1 })).docs;
      return found === undefined ? null : kept(found);
    },
    async recentOf(userId, since, limit) {
      const orderBy = { field: 'createdAt', direction: 'descending' } as const;
      const page = await store.query(sentMessages, { where: { userId }, orderBy, from: since, limit });
      return page.docs.map(({ data }) => data);
    },
    async failedOf(userId, since, limit) {
      const orderBy = { field: 'undeliveredSince', direction: 'descending' } as const;
      const page = await store.query(sentMessages, { where: { userId }, orderBy, from: since, limit });
      return page.docs.map(({ data }) => data);
    },
    async due(now, limit) {
      const orderBy = { field: 'dueAt', direction: 'ascending' } as const;
      return (await store.query(sentMessages, { where: {}, orderBy, to: now, limit })).docs.map(kept);
    },
    async undelivered({ limit, cursor }) {
      const orderBy = { field: 'undeliveredSince', direction: 'descending' } as const;
      const query = { where: {}, orderBy, limit, ...(cursor !== undefined && { cursor }) };
      const { docs, nextCursor } = await store.query(sentMessages, query);
      return { messages: docs.map(({ data }) => data), nextCursor };
    },
  };
}
