import type { SpokenMoment, SpokenTimes } from '@intexuraos/spoken-time';
import { DateTime } from 'luxon';
import type { Stated } from './stated.ts';

/** A whole day, or a moment; both in the person's zone. */
interface Point {
  readonly isDay: boolean;
  readonly at: DateTime<true>;
}

export interface EventTimes {
  readonly start: DateTime<true>;
  /** Exclusive. */
  readonly end: DateTime<true>;
  readonly isAllDay: boolean;
  readonly reasoning: string;
}

/** Why no event can be made of it, and what a person must add. */
export interface Undecided {
  readonly missing: readonly string[];
  readonly problem: string;
}

export interface Said {
  readonly stated: Stated;
  readonly spoken: SpokenTimes;
  /** The text says in words that it is about whole days: "all day", "birthday". */
  readonly isAboutDays: boolean;
  readonly zone: string;
  readonly now: DateTime<true>;
}

const defaultMinutes = 60;

/** Start and end of an event, from what was stated and, where nothing was, from what was said. */
export function eventTimes(said: Said): EventTimes | Undecided {
  const start = startOf(said);
  if ('missing' in start) return start;
  if (isPast(start, said.now)) return { missing: ['start'], problem: 'The event would lie in the past' };
  const end = endOf(said, start);
  if ('missing' in end) return end;
  if (end.at <= start.at) return { missing: ['end'], problem: 'The end would not be after the start' };
  return { start: start.at, end: end.at, isAllDay: start.isDay, reasoning: `${start.reasoning}; ${end.reasoning}` };
}

type Reasoned = Point & { readonly reasoning: string };

const isPast = ({ isDay, at }: Point, now: DateTime<true>) => (isDay ? at < now.startOf('day') : at < now);

function startOf(said: Said): Reasoned | Undecided {
  const { stated, spoken, zone } = said;
  if (stated.start === undefined) return spokenStart(said, spoken.start);
  const point = statedPoint(stated.start, zone);
  if (!point) return { missing: ['start'], problem: `start: "${stated.start}" is not a day or moment of ISO 8601` };
  if (stated.isAllDay === false && point.isDay) return { missing: ['time'], problem: 'start: a time is missing' };
  return { ...(stated.isAllDay ? wholeDay(point) : point), reasoning: 'the start was stated' };
}

function spokenStart(said: Said, start: SpokenMoment): Reasoned | Undecided {
  const { day, time } = start;
  const { doubt } = said.spoken;
  if (doubt?.part === 'day') return { missing: [doubt.part], problem: doubt.problem };
  if (!day)
    return { missing: [time ? 'day' : 'start'], problem: time ? 'No day is named' : 'No day and no time is named' };
  const at = toDateTime(start, day, said.zone);
  if (!at) return { missing: ['start'], problem: 'There is no such day or time' };
  if (said.stated.isAllDay || (!time && isAboutDays(said)))
    return { ...wholeDay({ isDay: true, at }), reasoning: 'the text is about whole days' };
  if (!time) return { missing: ['time'], problem: `A day is named (${at.toISODate()}), but no time` };
  if (doubt) return { missing: [doubt.part], problem: doubt.problem };
  return { isDay: false, at, reasoning: 'the text names day and time' };
}

/** "From the 1st to the 5th" is about days even where nobody says so. */
const isAboutDays = ({ isAboutDays, spoken: { end, durationMinutes } }: Said) =>
  isAboutDays || (end !== null && end.time === null) || (durationMinutes !== null && durationMinutes >= 1_440);

function endOf(said: Said, start: Point): Reasoned | Undecided {
  const { stated, spoken, zone } = said;
  if (stated.end !== undefined) return statedEnd(stated.end, start, zone);
  const { end, durationMinutes } = stated.start === undefined ? spoken : { end: null, durationMinutes: null };
  const ending = end && spokenEnd(end, start, zone);
  if (ending) return { isDay: start.isDay, at: ending, reasoning: 'the text names the end' };
  if (durationMinutes !== null && durationMinutes > 0)
    return { ...lasting(start, durationMinutes), reasoning: 'the text says how long' };
  if (start.isDay) return { isDay: true, at: start.at.plus({ days: 1 }), reasoning: 'one day, as no end is named' };
  return { ...lasting(start, defaultMinutes), reasoning: 'one hour, as no end is named' };
}

function statedEnd(written: string, start: Point, zone: string): Reasoned | Undecided {
  const point = statedPoint(written, zone);
  if (!point) return { missing: ['end'], problem: `end: "${written}" is not a day or moment of ISO 8601` };
  const reasoning = 'the end was stated';
  if (start.isDay) {
    const { at } = wholeDay(point);
    return { isDay: true, at: at > start.at ? at : start.at.plus({ days: 1 }), reasoning };
  }
  return point.isDay ? { missing: ['end'], problem: 'end: a time is missing' } : { ...point, reasoning };
}

/** Null where the end says less than the start: then it is better not to have one. */
function spokenEnd(end: SpokenMoment, start: Point, zone: string): DateTime<true> | null {
  const { year, month, day } = start.at;
  const at = toDateTime(end, end.day ?? { year, month, day }, zone);
  if (!at) return null;
  if (start.isDay) return at.startOf('day').plus({ days: 1 });
  if (!end.time) return null;
  return at <= start.at && !end.day ? at.plus({ days: 1 }) : at;
}

function lasting(start: Point, minutes: number): Point {
  if (!start.isDay) return { isDay: false, at: start.at.plus({ minutes }) };
  return { isDay: true, at: start.at.plus({ days: Math.max(1, Math.round(minutes / 1_440)) }) };
}

const wholeDay = ({ at }: Point): Point => ({ isDay: true, at: at.startOf('day') });

function statedPoint(written: string, zone: string): Point | null {
  const at = DateTime.fromISO(written, { zone });
  return at.isValid ? { isDay: /^\d{4}-\d\d-\d\d$/.test(written), at } : null;
}

function toDateTime(
  { time, zone: named }: SpokenMoment,
  day: NonNullable<SpokenMoment['day']>,
  zone: string,
): DateTime<true> | null {
  const clock = { ...day, hour: time?.hour ?? 0, minute: time?.minute ?? 0 };
  const at = DateTime.fromObject(clock, { zone: named === null || !time ? zone : named });
  const local = at.setZone(zone);
  return local.isValid ? local : null;
}
