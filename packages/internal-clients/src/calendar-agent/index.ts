import { Feedback, Id, Timestamp, text, UserId } from '@intexuraos/contracts';
import { z } from 'zod';
import { defineNeighbour } from '../define.ts';

/** The facts of an event, as they are shown in the ask and sent after the approval. */
export const CalendarEvent = z.object({
  summary: text(1_000),
  /** A moment with offset; a day (`2026-11-30`) where `isAllDay`. */
  start: z.union([Timestamp, z.iso.date()]),
  /** Exclusive, like in iCalendar: a one-day event ends on the next day. */
  end: z.union([Timestamp, z.iso.date()]),
  /** IANA name, e.g. `Europe/Warsaw`. */
  timeZone: z.string().min(1).max(64),
  location: text(1_000).optional(),
  description: text(20_000).optional(),
  attendees: z.array(text(320)).max(100).optional(),
  isAllDay: z.boolean().optional(),
});
export type CalendarEvent = z.infer<typeof CalendarEvent>;

/** Body of `POST /internal/calendar/preview`. What `payload` says explicitly wins over what the text says. */
export const CalendarPreviewRequest = z.object({
  actionId: Id,
  userId: UserId,
  text: text(100_000),
  /** Now, as the person sees it: relative dates in the text count from here. */
  currentDate: Timestamp,
  timeZone: z.string().min(1).max(64),
  /** BCP 47, of the person: `en-GB` writes 12/11 in November, `en-US` in December, and from `en` nobody can tell. */
  language: z.string().max(64).default('en'),
  payload: z.record(z.string(), z.unknown()).optional(),
});
export type CalendarPreviewRequest = z.infer<typeof CalendarPreviewRequest>;

/** `ready` has all of `CalendarEvent`; `failed` says in `missing` what a person must add, and in `error` why. */
export const CalendarPreview = CalendarEvent.partial({ start: true, end: true }).extend({
  status: z.enum(['pending', 'ready', 'failed']),
  /** ISO 8601, e.g. `PT1H`. */
  duration: z.string().optional(),
  reasoning: z.string(),
  missing: z.array(z.string()).optional(),
  error: z.string().optional(),
});
export type CalendarPreview = z.infer<typeof CalendarPreview>;

/** Body of `POST /internal/calendar/process-action`: nothing but `prepared` is interpreted. */
export const CalendarActionRequest = z.object({
  action: z.object({ id: Id, userId: UserId, title: text(1_000).optional(), prepared: CalendarEvent }),
});
export type CalendarActionRequest = z.infer<typeof CalendarActionRequest>;

export const calendarAgent = defineNeighbour({
  name: 'calendar-agent',
  urlEnv: 'INTEXURAOS_CALENDAR_AGENT_URL',
  client: (http) => ({
    /** Changes nothing anywhere. */
    preview: (request: CalendarPreviewRequest) => http.post('/internal/calendar/preview', CalendarPreview, request),
    processAction: (request: CalendarActionRequest) =>
      http.post('/internal/calendar/process-action', Feedback, request),
  }),
});
