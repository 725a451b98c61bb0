import { DateTime } from 'luxon';
import { type MomentSetting, momentOf } from './read-moment.ts';
import { readText } from './read-text.ts';
import { withoutPhrases } from './wording/without-phrases.ts';

/** What a text says about when, among other things. */
export interface When {
  /** A day `2026-11-30`, or a moment with the zone's offset; null where none is named, or it is not clear which. */
  readonly at: { readonly iso: string; readonly isDay: boolean } | null;
  readonly hasDay: boolean;
  readonly hasClock: boolean;
  /** An end or a duration is named too. */
  readonly hasEnd: boolean;
  /** The words without those that say when. */
  readonly rest: string;
}

/** Reads when something is out of a text that says what it is. A time without a day is the next one of its kind. */
export function readWhen(text: string, { now, timeZone, language }: Omit<MomentSetting, 'before'>): When {
  const here = DateTime.fromMillis(now, { zone: timeZone });
  if (!here.isValid) return { at: null, hasDay: false, hasClock: false, hasEnd: false, rest: text };
  const spoken = readText(text, { instant: here.toJSDate(), offsetMinutes: here.offset, language });
  const { start, end, durationMinutes, phrases, doubt } = spoken;
  const moment = momentOf(spoken, { now, timeZone, language, before: null }, here);
  return {
    at: moment.outcome === 'read' ? { iso: moment.iso, isDay: moment.isDay } : null,
    hasDay: start.day !== null || doubt?.part === 'day',
    hasClock: start.time !== null,
    hasEnd: end !== null || durationMinutes !== null,
    rest: withoutPhrases(text, phrases),
  };
}
