import { z } from 'zod';
import { MailAddresses } from '../mail-message/schema.ts';
import { isTimeZone, timesProblem } from './times.ts';

const CalendarId = z.string().min(1).max(254).default('primary').describe('which calendar: primary, or its id');
const EventId = z.string().min(1).max(1_024).describe('the event’s id');
const Day = z.iso.date('expected a day like 2026-11-30');
const Moment = z.iso.datetime({
  offset: true,
  error: 'expected a time with its offset like 2026-11-30T09:00:00+01:00',
});
const DayOrTime = z.union([Day, z.iso.datetime({ offset: true, local: true })], {
  error: 'expected a day like 2026-11-30, or a time like 2026-11-30T09:00:00',
});
const TimeZone = z.string().refine(isTimeZone, 'expected a time zone like Europe/Warsaw');

const title = z.string().min(1).max(1_024).describe('what it is called');
const start = DayOrTime.describe('when it begins; a day alone is a whole day');
const end = DayOrTime.describe('when it is over; of whole days, the day after the last one');
const more = {
  time_zone: TimeZone.optional().describe('needed where a time has no offset'),
  description: z.string().max(8_192).optional().describe('more about it'),
  location: z.string().max(1_024).optional().describe('where it is'),
  attendees: MailAddresses.optional().describe('who is invited, by email address'),
  notify: z.boolean().default(true).describe('whether those who are invited get an email'),
};

const addProblem = (times: Parameters<typeof timesProblem>[0], context: z.RefinementCtx) => {
  const problem = timesProblem(times);
  if (problem) context.addIssue({ code: 'custom', ...problem });
};

export const CreateEvent = z
  .strictObject({ calendar_id: CalendarId, summary: title, start, end, ...more })
  .superRefine(addProblem);
export type CreateEvent = z.infer<typeof CreateEvent>;

const changes = { summary: title.optional(), start: start.optional(), end: end.optional(), ...more };
const changeable = Object.keys(changes).filter((name) => name !== 'notify' && name !== 'time_zone');

export const UpdateEvent = z
  .strictObject({ calendar_id: CalendarId, event_id: EventId, ...changes })
  .refine((input) => changeable.some((name) => name in input), {
    path: ['summary'],
    error: `expected at least one of ${changeable.join(', ')}`,
  })
  .superRefine(addProblem);
export type UpdateEvent = z.infer<typeof UpdateEvent>;
/** What both have, as far as it was given. */
export type EventFields = Partial<UpdateEvent>;

const span = {
  from: Moment.describe('the beginning of the time that is looked at'),
  to: Moment.describe('its end'),
};
const isForward = ({ from, to }: { from: string; to: string }) => Date.parse(from) < Date.parse(to);
const backward = { path: ['to'], error: 'expected a time after "from"' };

export const ListEvents = z
  .strictObject({
    calendar_id: CalendarId,
    ...span,
    query: z.string().max(1_000).optional().describe('words that the event must contain'),
    max_results: z.int().min(1).max(100).default(25).describe('how many events at most, the earliest first'),
  })
  .refine(isForward, backward);

export const FindFreeTime = z
  .strictObject({
    ...span,
    duration_minutes: z
      .int()
      .min(1)
      .max(24 * 60)
      .describe('how long it must be free'),
    calendars: z
      .array(z.string().min(1).max(254))
      .min(1)
      .max(50)
      .default(['primary'])
      .describe('all of these are free'),
    max_results: z.int().min(1).max(100).default(10).describe('how many spans at most, the earliest first'),
  })
  .refine(isForward, backward);
export type FindFreeTime = z.infer<typeof FindFreeTime>;

/** The fields of Google's answers that are used here. A cancelled event has lost most of them. */
const When = z.object({ date: z.string().optional(), dateTime: z.string().optional() }).default({});
export const GoogleEvent = z.object({
  id: z.string(),
  status: z.string(),
  htmlLink: z.string().default(''),
  summary: z.string().default(''),
  location: z.string().default(''),
  start: When,
  end: When,
});
export type GoogleEvent = z.infer<typeof GoogleEvent>;
export const GoogleEvents = z.object({ items: z.array(GoogleEvent) });

const Busy = z.object({ start: z.string(), end: z.string() });
export const FreeBusy = z.object({
  calendars: z.record(
    z.string(),
    z.object({ busy: z.array(Busy).default([]), errors: z.array(z.object({ reason: z.string() })).default([]) }),
  ),
});

export const CalendarEvent = z.object({
  calendar_id: z.string(),
  id: z.string(),
  status: z.string(),
  url: z.string(),
  summary: z.string(),
  location: z.string(),
  start: z.string(),
  end: z.string(),
});
export type CalendarEvent = z.infer<typeof CalendarEvent>;
export const CalendarEvents = z.object({ events: z.array(CalendarEvent) });

export const FreeTimes = z.object({ free: z.array(z.object({ start: z.string(), end: z.string() })) });
