import { DateTime } from 'luxon';
import { readText, type SpokenMoment, type SpokenTimes } from './read-text.ts';

/** Where and when words about time are spoken. */
export interface MomentSetting {
  /** Unix milliseconds. */
  readonly now: number;
  /** IANA name, e.g. `Europe/Warsaw`. */
  readonly timeZone: string;
  /** BCP 47, e.g. `en-GB`: it says which day 12/11 is. */
  readonly language: string;
  /** What the words are to change, a day or a moment of ISO 8601: it says what the words leave out. */
  readonly before: string | null;
}

export type MomentReading =
  /** A day `2026-11-30`, or a moment with the zone's offset. */
  | { readonly outcome: 'read'; readonly iso: string; readonly isDay: boolean }
  | { readonly outcome: 'unclear'; readonly problem: string }
  /** The words are about something else, or about more than one time. */
  | { readonly outcome: 'none' };

const none: MomentReading = { outcome: 'none' };

/** Words that lead to a time and say nothing else. */
const leads =
  /(?<![\p{L}\p{N}])(?:at|on|to|by|for|until|till|the|um|am|auf|bis|gegen|à|a|au|le|la|las|los|el|il|alle|às|as|em|no|na|o|do|w|we|om|op|den|kl|klo|в|о|на)(?![\p{L}\p{N}])|[\s,.;:!–—-]/giu;

/** Reads a text that is, as a whole, one day, one time of day, or both. What is not certain is not guessed. */
export function readMoment(text: string, setting: MomentSetting): MomentReading {
  const now = DateTime.fromMillis(setting.now, { zone: setting.timeZone });
  if (!now.isValid) return { outcome: 'unclear', problem: `"${setting.timeZone}" is not a time zone` };
  const spoken = readText(text, {
    instant: now.toJSDate(),
    offsetMinutes: now.offset,
    language: setting.language,
  });
  if (spoken.end !== null || spoken.durationMinutes !== null || saysMore(text, spoken.phrases)) return none;
  return momentOf(spoken, setting, now);
}

function saysMore(text: string, phrases: readonly string[]): boolean {
  const rest = phrases.reduce((words, phrase) => words.replace(phrase, ' '), text);
  return rest.replace(leads, '') !== '';
}

/** The one moment of a text that was read, as it is written. */
export function momentOf(
  { start, doubt }: SpokenTimes,
  { timeZone, before }: MomentSetting,
  now: DateTime<true>,
): MomentReading {
  const { day, time } = start;
  if (day === null && time === null) return none;
  if (doubt !== null) return { outcome: 'unclear', problem: doubt.problem };
  const known = before === null ? null : DateTime.fromISO(before, { zone: timeZone });
  const clock = time ?? timeOf(before, known);
  const at = clock === null ? null : momentAt(start, day ?? dayOf(known), clock, now);
  if (clock === null && day !== null) return written(DateTime.fromObject(day, { zone: timeZone }), true);
  return at === null ? none : written(at.setZone(timeZone), false);
}

type Day = NonNullable<SpokenMoment['day']>;
type Time = NonNullable<SpokenMoment['time']>;

const isDay = (iso: string) => /^\d{4}-\d\d-\d\d$/.test(iso);

const timeOf = (before: string | null, known: DateTime | null): Time | null =>
  before === null || known === null || !known.isValid || isDay(before)
    ? null
    : { hour: known.hour, minute: known.minute };

const dayOf = (known: DateTime | null): Day | null =>
  known?.isValid ? { year: known.year, month: known.month, day: known.day } : null;

/** A time without any day is the next one of its kind. */
function momentAt({ zone }: SpokenMoment, day: Day | null, clock: Time, now: DateTime<true>): DateTime {
  const here = zone === null ? now : now.setZone(zone);
  const { year, month, day: date } = here;
  const at = DateTime.fromObject({ ...(day ?? { year, month, day: date }), ...clock }, { zone: here.zone });
  return day === null && at <= now ? at.plus({ days: 1 }) : at;
}

function written(at: DateTime, asDay: boolean): MomentReading {
  const iso = asDay ? at.toISODate() : at.toISO({ suppressMilliseconds: true });
  return iso === null
    ? { outcome: 'unclear', problem: 'there is no such day or time' }
    : { outcome: 'read', iso, isDay: asDay };
}
