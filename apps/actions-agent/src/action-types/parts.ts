import { text } from '@intexuraos/contracts';
import type { Json } from '@intexuraos/kernel';
import type { MomentReading } from '@intexuraos/spoken-time';
import type { Action } from '../domain/action.ts';
import type { EditablePart, EditSetting, PartReading } from './edit.ts';
import { findUrl } from './find-url.ts';

const other: PartReading = { outcome: 'other' };
const problem = (what: string): PartReading => ({ outcome: 'problem', problem: what });

/** The action's payload with these fields in place of its own. */
export const withPayload = ({ payload }: Action, fields: Readonly<Record<string, Json>>): PartReading => ({
  outcome: 'read',
  changes: { payload: { ...payload, ...fields } },
});

/** For parts that are a moment, when only a day was named. */
export const timeIsMissing = problem('say the time too');

const Title = text(1_000);

export const titlePart: EditablePart = {
  names: ['title', 'name', 'subject', 'titel', 'titre', 'título', 'titulo', 'titolo', 'tytuł', 'tytul'],
  isObvious: false,
  read: (value) => {
    const title = Title.safeParse(value);
    return title.success ? { outcome: 'read', changes: { title: title.data } } : problem('that is no title');
  },
};

/** A payload field that is free text. */
export const textPart = (field: string, names: readonly string[]): EditablePart => ({
  names,
  isObvious: false,
  read: (value, action) => withPayload(action, { [field]: value }),
});

/** A payload field that is a list of words. */
export const listPart = (field: string, names: readonly string[]): EditablePart => ({
  names,
  isObvious: false,
  read: (value, action) => {
    const words = value.split(/\s*[,;]\s*/u).filter((word) => word !== '');
    return withPayload(action, { [field]: words });
  },
});

/** A payload field that is one of a few words. */
export const choicePart = (field: string, names: readonly string[], choices: readonly string[]): EditablePart => ({
  names,
  isObvious: false,
  read: (value, action) => {
    const choice = choices.find((each) => each === value.toLowerCase());
    return choice === undefined ? problem(`expected ${choices.join(', ')}`) : withPayload(action, { [field]: choice });
  },
});

/** A payload field that is a web address. */
export const addressPart = (field: string, names: readonly string[]): EditablePart => ({
  names,
  isObvious: false,
  read: (value, action) => {
    const url = findUrl(value);
    return url === null
      ? problem('expected an address that begins with https://')
      : withPayload(action, { [field]: url });
  },
});

/** What people call a time, where a type has only one. */
export const timeNames: readonly string[] = `
  time, date, day, when, zeit, uhrzeit, datum, tag, heure, jour, hora, fecha, día, ora, data, giorno, dia, tijd, dag, czas,
  godzinę, godzina, datę, dzień`
  .split(',')
  .map((name) => name.trim());

/**
 * A day or time in a person's words. `before` is what they change, and says what the words leave out; `changed` makes
 * the new payload of what was read.
 */
export const momentPart = (spec: {
  readonly names: readonly string[];
  readonly isObvious: boolean;
  before(action: Action): string | null;
  changed(read: Extract<MomentReading, { outcome: 'read' }>, action: Action, setting: EditSetting): PartReading;
}): EditablePart => ({
  names: spec.names,
  isObvious: spec.isObvious,
  async read(value, action, setting) {
    // Its words of many languages are not worth waiting for when the service starts.
    const { readMoment } = await import('@intexuraos/spoken-time');
    const reading = readMoment(value, { ...setting, before: spec.before(action) });
    if (reading.outcome === 'none') return other;
    return reading.outcome === 'unclear' ? problem(reading.problem) : spec.changed(reading, action, setting);
  },
});

/** What this field says, in the prepared facts or else in the payload; null where it is no text. */
export function knownText(action: Action, field: string): string | null {
  const value = action.prepared?.[field] ?? action.payload[field];
  return typeof value === 'string' ? value : null;
}
