import type { CalendarPreview, CalendarPreviewRequest } from '@intexuraos/internal-clients/calendar-agent';
import { readText } from '@intexuraos/spoken-time';
import { DateTime, IANAZone } from 'luxon';
import { type EventTimes, eventTimes, type Undecided } from './event-times.ts';
import { readStated, type Stated } from './stated.ts';
import { summaryOf } from './summary-of.ts';

const aboutDays =
  /\b(?:all[- ]day|whole day|birthday|anniversary|day off|ganztägig|geburtstag)\b|toute la journée|todo el día|cały dzień|urodziny/i;

/**
 * An event from a person's words, and from what they stated field by field, which counts more. Where day, time or zone
 * are not certain it is `failed` and says in `missing` what to add: nothing is guessed but the length of an hour.
 */
export function previewEvent(request: CalendarPreviewRequest): CalendarPreview {
  const stated = readStated(request);
  const timeZone = 'problem' in stated ? request.timeZone : (stated.timeZone ?? request.timeZone);
  if ('problem' in stated) return failed('Event', timeZone, { missing: [], problem: stated.problem });
  if (!IANAZone.isValidZone(timeZone))
    return failed('Event', timeZone, { missing: ['timeZone'], problem: `"${timeZone}" is not a time zone` });
  return inZone(request, stated, timeZone);
}

function inZone(
  { text, currentDate, language }: CalendarPreviewRequest,
  stated: Stated,
  zone: string,
): CalendarPreview {
  const now = DateTime.fromISO(currentDate, { zone });
  if (!now.isValid) return failed('Event', zone, { missing: [], problem: 'currentDate is not a moment' });
  const spoken = readText(text, { instant: now.toJSDate(), offsetMinutes: now.offset, language });
  const summary = stated.summary ?? (summaryOf(text, spoken.phrases) || 'Event');
  const times = eventTimes({ stated, spoken, isAboutDays: aboutDays.test(text.slice(0, 500)), zone, now });
  return 'missing' in times ? failed(summary, zone, times) : ready(summary, zone, times, stated);
}

function ready(summary: string, timeZone: string, times: EventTimes, stated: Stated): CalendarPreview {
  const { location, description, attendees } = stated;
  return {
    status: 'ready',
    summary,
    ...written(times),
    timeZone,
    ...(location !== undefined && { location }),
    ...(description !== undefined && { description }),
    ...(attendees !== undefined && { attendees }),
    isAllDay: times.isAllDay,
    reasoning: times.reasoning,
  };
}

function written({ start, end, isAllDay }: EventTimes): Pick<CalendarPreview, 'start' | 'end' | 'duration'> {
  if (isAllDay) return { start: start.toISODate(), end: end.toISODate(), duration: end.diff(start, 'days').toISO() };
  const iso = { suppressMilliseconds: true };
  return { start: start.toISO(iso), end: end.toISO(iso), duration: end.diff(start).rescale().toISO() };
}

const failed = (summary: string, timeZone: string, { missing, problem }: Undecided): CalendarPreview => ({
  status: 'failed',
  summary,
  timeZone,
  missing: [...missing],
  error: problem,
  reasoning: problem,
});
