import type { Store } from '@intexuraos/storage';
import type { Corrections } from '../../ports.ts';
import { corrections as collection } from './collections.ts';

export function createCorrections(store: Store): Corrections {
  return {
    async keep(correction) {
      await store.commit([{ kind: 'create', collection, id: correction.id, data: correction }]);
    },
    async list(page) {
      const orderBy = { field: 'createdAt', direction: 'ascending' } as const;
      const { docs, nextCursor } = await store.query(collection, { where: {}, orderBy, ...page });
      return { corrections: docs.map(({ data }) => data), nextCursor };
    },
  };
}
