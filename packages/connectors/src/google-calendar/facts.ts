import type { Fact } from '../connector.ts';
import type { EventFields } from './schema.ts';

/** What will stand in the calendar, each thing on a line of its own. */
export function factsOf(event: EventFields): readonly Fact[] {
  const {
    calendar_id: calendar,
    summary,
    start,
    end,
    time_zone,
    location,
    attendees = [],
    description,
    notify,
  } = event;
  const facts: readonly (Fact | false)[] = [
    event.event_id !== undefined && { label: 'Event', value: event.event_id },
    summary !== undefined && { label: 'Title', value: summary },
    start !== undefined && { label: 'Start', value: start },
    end !== undefined && { label: 'End', value: end },
    time_zone !== undefined && { label: 'Time zone', value: time_zone },
    location !== undefined && { label: 'Place', value: location },
    event.attendees !== undefined && { label: 'Guests', value: attendees.join(', ') || 'nobody' },
    attendees.length > 0 && { label: 'Guests get an email', value: notify ? 'yes' : 'no' },
    description !== undefined && { label: 'Description', value: description },
    calendar !== undefined && calendar !== 'primary' && { label: 'Calendar', value: calendar },
  ];
  return facts.filter((fact) => fact !== false);
}
