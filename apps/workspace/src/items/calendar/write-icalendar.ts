import type { CalendarEvent } from '@intexuraos/internal-clients/calendar-agent';
import ical, { type ICalEventData } from 'ical-generator';

/** An event with what a calendar must know to recognise it again. */
export interface DatedEvent {
  readonly id: string;
  readonly event: CalendarEvent;
  readonly createdAt: number;
  readonly updatedAt: number;
}

const hourSeconds = 3_600;

/**
 * The events as RFC 5545 has them. Moments are written in UTC: each is one moment and never repeats, so every calendar
 * shows it right in its reader's zone, and no table of zones has to be sent along that may be out of date.
 */
export function writeICalendar(events: readonly DatedEvent[]): string {
  const calendar = ical({
    name: 'IntexuraOS',
    prodId: { company: 'IntexuraOS', product: 'workspace', language: 'EN' },
    ttl: hourSeconds,
  });
  for (const dated of events) calendar.createEvent(eventOf(dated));
  // The library leaves out the end of the last line.
  return `${calendar.toString().trimEnd()}\r\n`;
}

const day = /^\d{4}-\d\d-\d\d$/;

function eventOf({ id, event, createdAt, updatedAt }: DatedEvent): ICalEventData {
  const { summary, start, end, location, description } = event;
  const startsAt = new Date(start);
  const endsAt = new Date(end);
  const words = [description, peopleOf(event)].filter(Boolean).join('\n\n');
  return {
    id: `${id}@intexuraos`,
    start: startsAt,
    ...(endsAt > startsAt && { end: endsAt }),
    allDay: day.test(start),
    summary,
    ...(location && { location }),
    ...(words && { description: words }),
    stamp: new Date(updatedAt),
    created: new Date(createdAt),
    lastModified: new Date(updatedAt),
  };
}

/** In words: a published calendar has no attendees (RFC 5546, 3.2.1), and theirs may be names without addresses. */
const peopleOf = ({ attendees = [] }: CalendarEvent) => (attendees.length > 0 ? `With: ${attendees.join(', ')}` : '');
