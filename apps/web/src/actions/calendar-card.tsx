import * as z from 'zod/mini';
import type { Action } from '../api/action.ts';
import { texts } from '../texts.ts';

const Event = z.object({
  summary: z.optional(z.string()),
  start: z.string(),
  end: z.optional(z.string()),
  timeZone: z.optional(z.string()),
  isAllDay: z.optional(z.boolean()),
  location: z.optional(z.string()),
});

const zoned = (timeZone: string | undefined, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(undefined, { ...options, ...(timeZone !== undefined && { timeZone }) });

/** An event as it will stand in a calendar, in its own time zone; nothing for actions that are none. */
export function CalendarCard({ action }: { readonly action: Action }) {
  const event = Event.safeParse(action.prepared);
  if (!event.success || Number.isNaN(Date.parse(event.data.start))) return null;
  const { summary, start, end, timeZone, isAllDay = false, location } = event.data;
  const begins = new Date(start);
  const zone = isAllDay ? 'UTC' : timeZone;
  const clock = zoned(zone, { hour: '2-digit', minute: '2-digit' });
  const times = [begins, ...(end === undefined ? [] : [new Date(end)])].map((moment) => clock.format(moment));
  return (
    <figure className="calendar-card">
      <figcaption className="visually-hidden">{texts.action.calendar}</figcaption>
      <div className="calendar-day">
        <span>{zoned(zone, { weekday: 'short' }).format(begins)}</span>
        <strong>{zoned(zone, { day: 'numeric' }).format(begins)}</strong>
        <span>{zoned(zone, { month: 'short', year: 'numeric' }).format(begins)}</span>
      </div>
      <div className="calendar-event">
        <strong>
          <bdi>{summary ?? action.wording.title}</bdi>
        </strong>
        <span>{isAllDay ? texts.action.allDay : times.join(' – ')}</span>
        {location !== undefined && <bdi>{location}</bdi>}
        {timeZone !== undefined && <span className="calendar-zone">{timeZone}</span>}
      </div>
    </figure>
  );
}
