import { ConnectorError } from '../connector-error.ts';
import { api, type CalendarCall } from './api.ts';
import { type FindFreeTime, FreeBusy } from './schema.ts';
import { freeTimes } from './times.ts';

const minuteMs = 60_000;

/** When all the calendars are free. A calendar that cannot be read is an error: nobody knows whether it is free. */
export async function findFreeTime(input: FindFreeTime, call: CalendarCall) {
  const { from, to, calendars: ids, duration_minutes: minutes, max_results: max } = input;
  const body = { timeMin: from, timeMax: to, items: ids.map((id) => ({ id })) };
  const { calendars } = await api(call, { method: 'POST', path: '/freeBusy', body, answer: FreeBusy });
  for (const id of ids) {
    const problem = calendars[id] ? calendars[id].errors[0]?.reason : 'no answer';
    if (problem !== undefined) throw unreadable(id, problem);
  }
  const busy = Object.values(calendars).flatMap((calendar) => calendar.busy);
  return { free: freeTimes({ start: from, end: to }, busy, minutes * minuteMs).slice(0, max) };
}

const unreadable = (id: string, reason: string) =>
  new ConnectorError('NOT_FOUND', `Google Calendar cannot read the calendar ${id}: ${reason}`);
