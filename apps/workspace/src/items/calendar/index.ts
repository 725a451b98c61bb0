import { CalendarEvent } from '@intexuraos/internal-clients/calendar-agent';
import { defineItemKind } from '../define.ts';

export const calendar = defineItemKind({
  name: 'calendar',
  page: 'calendar',
  content: CalendarEvent,
  titleOf: ({ summary }) => summary,
  doneText: ({ summary, start, timeZone }) => `Event "${summary}" created for ${start} (${timeZone})`,
});
