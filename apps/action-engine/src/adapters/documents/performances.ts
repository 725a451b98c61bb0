import { AppError } from '@intexuraos/kernel';
import type { Store, Stored, Version } from '@intexuraos/storage';
import type { Performance } from '../../domain/performance.ts';
import type { KeptPerformance, Performances } from '../../ports.ts';
import { documentOf, performances } from './performance-collection.ts';

export function createPerformances(store: Store): Performances {
  const get = async (id: string) => {
    const stored = await store.get(performances, id);
    return stored && keptOf(stored);
  };
  return {
    get,
    async add(performance) {
      const { id } = performance;
      const data = documentOf(performance);
      const commit = await store.commit([{ kind: 'create', collection: performances, id, data }]);
      if (commit.outcome === 'committed') return { added: true, kept: written(performance, commit.versions) };
      const kept = await get(id);
      if (kept === null) throw new AppError('UNAVAILABLE', 'What was in the way has just gone; try again');
      return { added: false, kept };
    },
    async change({ performance: { id }, version }, next) {
      const data = documentOf(next);
      const commit = await store.commit([{ kind: 'replace', collection: performances, id, data, expected: version }]);
      return commit.outcome === 'committed' ? written(next, commit.versions) : null;
    },
    async due(now, limit) {
      const orderBy = { field: 'dueAt', direction: 'ascending' } as const;
      const page = await store.query(performances, { where: {}, orderBy, to: now, limit });
      return page.docs.map(keptOf);
    },
    async ofRequest(userId, requestId) {
      const orderBy = { field: 'receivedAt', direction: 'descending' } as const;
      const page = await store.query(performances, { where: { userId, requestId }, orderBy, limit: 1 });
      return page.docs[0] ? keptOf(page.docs[0]) : null;
    },
    async planned(userId) {
      const orderBy = { field: 'plannedAt', direction: 'ascending' } as const;
      const page = await store.query(performances, { where: { userId }, orderBy, limit: plannedMax });
      return page.docs.map(keptOf);
    },
    async list({ userId, limit, cursor }) {
      const orderBy = { field: 'receivedAt', direction: 'descending' } as const;
      const from = { where: { userId }, orderBy, limit };
      const page = await store.query(performances, { ...from, ...(cursor !== undefined && { cursor }) });
      return { performances: page.docs.map(({ data }) => data), nextCursor: page.nextCursor };
    },
  };
}

const plannedMax = 100;

const keptOf = ({ data, version }: Stored<Performance>): KeptPerformance => ({ performance: data, version });

function written(performance: Performance, [version]: readonly Version[]): KeptPerformance {
  if (version === undefined) throw new Error('a commit of one write names its version');
  return { performance, version };
}
