import type { Action } from '../../domain/action.ts';
import type { EditablePart, PartReading } from '../edit.ts';
import { knownText, momentPart, timeIsMissing, timeNames, titlePart, withPayload } from '../parts.ts';

const isDayText = (iso: string | null) => iso !== null && /^\d{4}-\d\d-\d\d$/.test(iso);

/** The title of an event is also its summary, where a payload has one. */
export const summaryPart: EditablePart = {
  ...titlePart,
  async read(value, action, setting) {
    const reading = await titlePart.read(value, action, setting);
    if (reading.outcome !== 'read' || reading.changes.title === undefined || !('summary' in action.payload))
      return reading;
    const { title } = reading.changes;
    return { outcome: 'read', changes: { title, payload: { ...action.payload, summary: title } } };
  },
};

/** The event as long as it was, from its new start on; null where that cannot be said. */
function endAfter(start: string, action: Action): string | null {
  const [from, to] = [knownText(action, 'start'), knownText(action, 'end')];
  if (from === null || to === null || isDayText(from) !== isDayText(start)) return null;
  const end = new Date(Date.parse(start) + Date.parse(to) - Date.parse(from)).toISOString();
  return isDayText(start) ? end.slice(0, 10) : end;
}

function startingAt(start: string, action: Action): PartReading {
  const { end: _end, isAllDay: _isAllDay, ...rest } = action.payload;
  const end = endAfter(start, action);
  return { outcome: 'read', changes: { payload: { ...rest, start, ...(end !== null && { end }) } } };
}

/** Moves the event: it stays as long as it is. */
export const startPart = momentPart({
  names: ['start', 'beginn', 'début', 'inicio', 'inizio', 'início', 'begin', 'początek', ...timeNames],
  isObvious: true,
  before: (action) => knownText(action, 'start'),
  changed: ({ iso, isDay }, action) =>
    isDay && !isDayText(knownText(action, 'start')) ? timeIsMissing : startingAt(iso, action),
});

export const endPart = momentPart({
  names: ['end', 'ende', 'fin', 'fine', 'fim', 'einde', 'koniec'],
  isObvious: false,
  before: (action) => knownText(action, 'end'),
  changed: ({ iso, isDay }, action) =>
    isDay && !isDayText(knownText(action, 'end')) ? timeIsMissing : withPayload(action, { end: iso }),
});
