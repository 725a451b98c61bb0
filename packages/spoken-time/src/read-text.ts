import type { ParsedComponents, ParsedResult } from 'chrono-node';
import { doubtOf } from './doubts/doubts.ts';
import type { Doubt, Found } from './doubts/found.ts';
import { orderOf } from './readers/date-order.ts';
import { readersFor } from './readers/readers.ts';
import { type NamedZone, namedZone } from './wording/named-zones.ts';
import { reworded, wordsOf } from './wording/rewordings.ts';

export interface SpokenMoment {
  /** Null: no day was named. */
  readonly day: { readonly year: number; readonly month: number; readonly day: number } | null;
  /** Null: no time of day was named. */
  readonly time: { readonly hour: number; readonly minute: number } | null;
  /** As luxon calls it, where the text names a zone or counts from now: "Europe/London", "UTC+1:00". */
  readonly zone: string | null;
}

export interface SpokenTimes {
  readonly start: SpokenMoment;
  readonly end: SpokenMoment | null;
  readonly durationMinutes: number | null;
  /** The words that were understood as times, as they stand in the text. */
  readonly phrases: readonly string[];
  /** Why it is not certain which start is meant; null: it is. */
  readonly doubt: Doubt | null;
}

/** When words are said, and by whom. */
export interface Now {
  readonly instant: Date;
  /** Of the person's zone at this instant, minutes from UTC. */
  readonly offsetMinutes: number;
  /** BCP 47, of the person: it says whether 12/11 is in November or in December. */
  readonly language: string;
}

/** When somebody wants an event they say when at the start; it also keeps the readers' work small. */
const charsRead = 500;

/** Days and times in a person's words, as the library reads them: only what is really named, no guesses of its own. */
export function readText(words: string, now: Now): SpokenTimes {
  const text = words.slice(0, charsRead);
  let best: SpokenTimes | null = null;
  for (const reader of readersFor(orderOf(now.language))) {
    const reference = { instant: now.instant, timezone: now.offsetMinutes };
    const spoken = collect(text, reader.parse(reworded(text), reference, { forwardDate: true }), now);
    if (!best || completeness(spoken) > completeness(best)) best = spoken;
    if (completeness(best) === 2) return best;
  }
  return best ?? collect(text, [], now);
}

const completeness = ({ start }: SpokenTimes) => Number(start.day !== null) + Number(start.time !== null);

const nothing: SpokenMoment = { day: null, time: null, zone: null };

/** The library reads "for 2 hours" as "in 2 hours". */
const isDuration = ({ text }: ParsedResult) => /^for\b/i.test(text) && !/^for the\b/i.test(text);

/** "15h" and "3d" are read as "in 15 hours" and "in 3 days"; people mean three o'clock, or a printer. */
const isBareAmount = ({ text, start }: ParsedResult) =>
  start.tags().has('result/relativeDate') && /^\d+\s?\p{L}{1,3}$/u.test(text);

/** The end of something longer, as the 7 of "24/7". */
const isTail = ({ index }: ParsedResult, text: string) => /[\d/]$/.test(text.slice(0, index));

/** A lone "evening" may as well be of an evening class. */
const saysWhen = ({ start }: ParsedResult) =>
  (['day', 'weekday', 'month', 'hour'] as const).some((part) => start.isCertain(part));

function collect(text: string, results: readonly ParsedResult[], now: Now): SpokenTimes {
  const duration = results.find(isDuration);
  const moments = results.filter(
    (each) => !isDuration(each) && !isBareAmount(each) && !isTail(each, text) && saysWhen(each),
  );
  const named = zoneIn({ text, moments });
  const found = moments.map(({ start }) => momentOf(start));
  const ending = moments.find(({ end }) => end)?.end;
  return {
    start: inZone(startOf(found), named),
    end: ending ? inZone(momentOf(ending), named) : null,
    durationMinutes: duration ? Math.round((duration.start.date().getTime() - now.instant.getTime()) / 60_000) : null,
    phrases: [
      ...[...moments, ...(duration ? [duration] : [])].map((each) => wordsOf(each, text)),
      ...(named ? [named.phrase] : []),
    ],
    doubt: doubtOf({ text, moments }) ?? zoneDoubt(named),
  };
}

function startOf(found: readonly SpokenMoment[]): SpokenMoment {
  const withDay = found.find(({ day }) => day !== null);
  const withTime = found.find(({ time }) => time !== null);
  return { ...(withTime ?? nothing), day: (withTime?.day ? withTime : withDay)?.day ?? null };
}

/** The zone that is named beside the first time. */
function zoneIn({ text, moments }: Found): NamedZone | null {
  const timed = moments.find(({ start }) => start.isCertain('hour'));
  return timed ? namedZone(text.slice(timed.index + timed.text.length)) : null;
}

const inZone = (moment: SpokenMoment, named: NamedZone | null): SpokenMoment =>
  named?.zone && moment.time ? { ...moment, zone: named.zone } : moment;

const zoneDoubt = (named: NamedZone | null): Doubt | null =>
  named && named.zone === null
    ? { part: 'timeZone', problem: `"${named.phrase}" is not a time zone that is known here` }
    : null;

function momentOf(found: ParsedComponents): SpokenMoment {
  const hour = found.isCertain('hour') ? found.get('hour') : null;
  const offset = found.isCertain('timezoneOffset') ? found.get('timezoneOffset') : null;
  return {
    day: found.isCertain('day') || found.isCertain('weekday') ? dayOf(found) : null,
    time: hour === null ? null : { hour, minute: found.get('minute') ?? 0 },
    zone: offset === null ? null : zoneAt(offset),
  };
}

function dayOf(found: ParsedComponents): SpokenMoment['day'] {
  const [year, month, day] = [found.get('year'), found.get('month'), found.get('day')];
  return year === null || month === null || day === null ? null : { year, month, day };
}

function zoneAt(minutes: number): string {
  const size = Math.abs(minutes);
  return `UTC${minutes < 0 ? '-' : '+'}${Math.trunc(size / 60)}:${String(size % 60).padStart(2, '0')}`;
}
