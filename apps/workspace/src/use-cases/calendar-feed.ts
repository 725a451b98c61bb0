import { AppError } from '@intexuraos/kernel';
import { hashOf } from '../domain/calendar-feed.ts';
import { calendar } from '../items/calendar/index.ts';
import type { WorkspacePorts } from '../ports.ts';

/** Opens the feed under a new token, which is told once; an older token opens nothing any more. */
export async function openFeed({ feeds, random, clock }: WorkspacePorts, userId: string) {
  const token = `${random.uuid()}${random.uuid()}`.replaceAll('-', '');
  const createdAt = clock.now();
  await feeds.save({ userId, tokenHash: hashOf(token), createdAt });
  return { token, createdAt };
}

/** Nobody expects more of a calendar, and no feed may cost more than this many reads. */
const eventsMax = 500;

/** The calendar that a token opens, in text, with its newest events. Throws NOT_FOUND. */
export async function readFeed({ feeds, items }: WorkspacePorts, token: string): Promise<string> {
  const feed = await feeds.byTokenHash(hashOf(token));
  if (!feed) throw new AppError('NOT_FOUND', 'There is no such calendar');
  const { items: events } = await items.list({ userId: feed.userId, kind: calendar.name, limit: eventsMax });
  const { writeICalendar } = await import('../items/calendar/write-icalendar.ts');
  return writeICalendar(events.map((item) => ({ ...item, event: calendar.content.parse(item.content) })));
}
