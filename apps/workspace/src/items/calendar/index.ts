import { CalendarEvent } from '@intexuraos/internal-clients/calendar-agent';
import { defineItemKind } from '../define.ts';
import { googleEventOf } from './google-event-of.ts';

export const calendar = defineItemKind({
  name: 'calendar',
  page: 'calendar',
  content: CalendarEvent,
  titleOf: ({ summary }) => summary,
  mirror: { platform: 'google_calendar', operation: 'create_event', payload: googleEventOf },
  doneText: ({ summary, start, timeZone }) => `Event "${summary}" created for ${start} (${timeZone})`,
});
