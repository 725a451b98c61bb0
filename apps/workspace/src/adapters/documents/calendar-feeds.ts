import { uuidFromName } from '@intexuraos/kernel';
import type { Store } from '@intexuraos/storage';
import type { CalendarFeeds } from '../../ports.ts';
import { calendarFeeds } from './calendar-feed-collection.ts';

/** One document for each person, so a new token takes the place of the old one in one write. */
export function createCalendarFeeds(store: Store): CalendarFeeds {
  const ofPerson = async (userId: string) => (await store.get(calendarFeeds, uuidFromName(userId)))?.data ?? null;
  return {
    ofPerson,
    async byTokenHash(tokenHash) {
      const orderBy = { field: 'createdAt', direction: 'ascending' } as const;
      const page = await store.query(calendarFeeds, { where: { tokenHash }, orderBy, limit: 1 });
      return page.docs[0]?.data ?? null;
    },
    async save(feed) {
      const id = uuidFromName(feed.userId);
      await store.commit([{ kind: 'put', collection: calendarFeeds, id, data: feed }]);
    },
    async remove(userId) {
      if ((await ofPerson(userId)) === null) return false;
      await store.commit([{ kind: 'delete', collection: calendarFeeds, id: uuidFromName(userId) }]);
      return true;
    },
  };
}
