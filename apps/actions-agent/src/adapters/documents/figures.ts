import type { Page, Store } from '@intexuraos/storage';
import type { FigureBook, FiguresOfHour } from '../../ports.ts';
import { actionFigures } from './collections.ts';

const keptMs = 90 * 24 * 3_600_000;
const pageSize = 500;
/** A week of twelve processes that run all the time. */
const pagesMax = 4;

export function createFigureBook(store: Store): FigureBook {
  return {
    async write(entry) {
      const id = `${entry.hour}-${entry.instance}`;
      const data = { ...entry, expiresAt: entry.hour + keptMs };
      await store.commit([{ kind: 'put', collection: actionFigures, id, data }], 'soon');
    },
    async between(from, to) {
      const orderBy = { field: 'hour', direction: 'descending' } as const;
      const entries: FiguresOfHour[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < pagesMax; page += 1) {
        const query = { where: {}, orderBy, from, to, limit: pageSize, ...(cursor !== null && { cursor }) };
        const found: Page<FiguresOfHour> = await store.query(actionFigures, query);
        entries.push(...found.docs.map(({ data }) => data));
        cursor = found.nextCursor;
        if (cursor === null) break;
      }
      return { entries, isWhole: cursor === null };
    },
  };
}
