import type { Call } from '../call.ts';
import { ConnectorError } from '../connector-error.ts';
import type { GoogleCredentials } from '../google-api/account.ts';
import { defineGoogleApi } from '../google-api/define-google-api.ts';
import { path } from '../http-api/define-api.ts';
import { hexOfKey } from '../key-forms.ts';
import { type CalendarEvent, type CreateEvent, type EventFields, GoogleEvent, type UpdateEvent } from './schema.ts';
import { googleTime, newGoogleTime } from './times.ts';

export type CalendarCall = Call<GoogleCredentials, unknown>;

export const api = defineGoogleApi('Google Calendar');

export const eventsPath = (calendar: string) => path`/calendars/${calendar}/events`;
export const eventPath = (calendar: string, id: string) => path`/calendars/${calendar}/events/${id}`;

/** https://developers.google.com/workspace/calendar/api/v3/reference/events/insert: base32hex, at least 5 characters. */
export const eventIdOfKey = hexOfKey;

export const sendUpdates = (notify: boolean) => ({ sendUpdates: notify ? 'all' : 'none' });

/** What was given, as Google names it. */
export const bodyOf = (
  { summary, description, location, start, end, time_zone, attendees }: EventFields,
  timeOf: typeof googleTime | typeof newGoogleTime = googleTime,
) => ({
  ...(summary !== undefined && { summary }),
  ...(description !== undefined && { description }),
  ...(location !== undefined && { location }),
  ...(start !== undefined && { start: timeOf(start, time_zone) }),
  ...(end !== undefined && { end: timeOf(end, time_zone) }),
  ...(attendees && { attendees: attendees.map((attendee) => ({ email: bareAddress(attendee) })) }),
});

const bareAddress = (address: string) => /<([^<>]+)>$/.exec(address)?.[1] ?? address;

/** The id is the key's, so a second call of the same wish is refused: it is done already. */
export async function insertEvent(input: CreateEvent, call: CalendarCall): Promise<GoogleEvent> {
  const { calendar_id: calendar, notify } = input;
  const id = eventIdOfKey(call.key);
  try {
    const body = { id, ...bodyOf(input) };
    const query = sendUpdates(notify);
    return await api(call, { method: 'POST', path: eventsPath(calendar), query, body, answer: GoogleEvent });
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.code !== 'CONFLICT') throw error;
    return api(call, { method: 'GET', path: eventPath(calendar, id), answer: GoogleEvent });
  }
}

export const patchEvent = (input: UpdateEvent, call: CalendarCall): Promise<GoogleEvent> =>
  api(call, {
    method: 'PATCH',
    path: eventPath(input.calendar_id, input.event_id),
    query: sendUpdates(input.notify),
    body: bodyOf(input, newGoogleTime),
    answer: GoogleEvent,
  });

export const shownEvent = (calendar: string, { htmlLink, start, end, ...event }: GoogleEvent): CalendarEvent => ({
  ...event,
  calendar_id: calendar,
  url: htmlLink,
  start: start.dateTime ?? start.date ?? '',
  end: end.dateTime ?? end.date ?? '',
});
