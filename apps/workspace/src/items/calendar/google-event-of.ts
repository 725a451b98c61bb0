import type { CalendarEvent } from '@intexuraos/internal-clients/calendar-agent';
import type { JsonObject } from '@intexuraos/kernel';

/** https://developers.google.com/workspace/calendar/api/v3/reference/events; what is longer stays here alone. */
const descriptionCharsMax = 8_000;

/** The event for Google Calendar. Nobody is invited: that would be mail which was not approved. Guests stand in the text. */
export function googleEventOf(event: CalendarEvent): JsonObject {
  const { summary, start, end, timeZone, location, description = '', attendees = [] } = event;
  const guests = attendees.length === 0 ? '' : `With: ${attendees.join(', ')}`;
  const text = [guests, description].filter(Boolean).join('\n\n').slice(0, descriptionCharsMax);
  return {
    summary,
    start,
    end,
    time_zone: timeZone,
    notify: false,
    ...(location !== undefined && { location }),
    ...(text !== '' && { description: text }),
  };
}
