import * as chrono from 'chrono-node';

export interface SpokenMoment {
  /** Null: no day was named. */
  readonly day: { readonly year: number; readonly month: number; readonly day: number } | null;
  /** Null: no time of day was named. */
  readonly time: { readonly hour: number; readonly minute: number } | null;
  /** Minutes from UTC, where the text names a zone or counts from now. */
  readonly offsetMinutes: number | null;
  /** "At 5" may be in the morning or in the afternoon. */
  readonly isUnclear: boolean;
}

export interface SpokenTimes {
  readonly start: SpokenMoment;
  readonly end: SpokenMoment | null;
  readonly durationMinutes: number | null;
  /** The words that were understood as times, as they stand in the text. */
  readonly phrases: readonly string[];
}

export interface Now {
  readonly instant: Date;
  /** Of the person's zone at this instant, minutes from UTC. */
  readonly offsetMinutes: number;
}

/** "To" is Thursday in Finnish, "on" is Wednesday in Swedish, "mar" is Tuesday in Italian: in chats they are other words. */
const isShortWord = ({ text }: chrono.ParsedResult) => /^\p{Script=Latin}{1,3}\.?$/u.test(text);

/** A reader that takes no lone short word for a day, also not beside a time. */
function careful(reader: chrono.Chrono): chrono.Chrono {
  const copy = reader.clone();
  copy.refiners.unshift({ refine: (_, results) => results.filter((result) => !isShortWord(result)) });
  return copy;
}

const others = [
  chrono.de.casual,
  chrono.fr.casual,
  chrono.es.casual,
  chrono.it.casual,
  chrono.pt.casual,
  chrono.nl.casual,
  chrono.sv.casual,
  chrono.fi.casual,
  chrono.uk.casual,
  chrono.ru.casual,
  chrono.ja.casual,
  chrono.zh.casual,
];

/** English first: a text that it reads completely is not tried in other languages. */
const readers = [chrono.en.casual, ...others.map(careful)];

/** When somebody wants an event they say when at the start; it also keeps the readers' work small. */
const charsRead = 500;

/** Days and times in a person's words, as the library reads them: only what is really named, no guesses of its own. */
export function readText(text: string, now: Now): SpokenTimes {
  const start = text.slice(0, charsRead);
  let best: SpokenTimes | null = null;
  for (const reader of readers) {
    const spoken = collect(
      reader.parse(start, { instant: now.instant, timezone: now.offsetMinutes }, { forwardDate: true }),
      now,
    );
    if (!best || completeness(spoken) > completeness(best)) best = spoken;
    if (completeness(best) === 2) return best;
  }
  return best ?? collect([], now);
}

const completeness = ({ start }: SpokenTimes) => Number(start.day !== null) + Number(start.time !== null);

const nothing: SpokenMoment = { day: null, time: null, offsetMinutes: null, isUnclear: false };

/** The library reads "for 2 hours" as "in 2 hours". */
const isDuration = ({ text }: chrono.ParsedResult) => /^for\b/i.test(text);

/** "15h" and "3d" are read as "in 15 hours" and "in 3 days"; people mean three o'clock, or a printer. */
const isBareAmount = ({ text, start }: chrono.ParsedResult) =>
  start.tags().has('result/relativeDate') && /^\d+\s?\p{L}{1,3}$/u.test(text);

function collect(results: readonly chrono.ParsedResult[], now: Now): SpokenTimes {
  const duration = results.find(isDuration);
  const moments = results.filter((result) => !isDuration(result) && !isBareAmount(result));
  const starts = moments.map((result) => momentOf(result.start, result.text));
  const withDay = starts.find(({ day }) => day !== null);
  const withTime = starts.find(({ time }) => time !== null);
  const ending = moments.find(({ end }) => end);
  return {
    start: { ...(withTime ?? nothing), day: (withTime?.day ? withTime : withDay)?.day ?? null },
    end: ending?.end ? momentOf(ending.end, ending.text) : null,
    durationMinutes: duration ? Math.round((duration.start.date().getTime() - now.instant.getTime()) / 60_000) : null,
    phrases: [...moments, ...(duration ? [duration] : [])].map(({ text }) => text),
  };
}

function momentOf(found: chrono.ParsedComponents, text: string): SpokenMoment {
  const hour = found.isCertain('hour') ? found.get('hour') : null;
  return {
    day: found.isCertain('day') || found.isCertain('weekday') ? dayOf(found) : null,
    time: hour === null ? null : { hour, minute: found.get('minute') ?? 0 },
    offsetMinutes: found.isCertain('timezoneOffset') ? found.get('timezoneOffset') : null,
    isUnclear: hour !== null && hour > 0 && hour < 12 && !found.isCertain('meridiem') && !saysWhichHalf.test(text),
  };
}

/** "10:00", "10.30", "10h", "9 Uhr", "T09": written as on a clock with 24 hours. */
const saysWhichHalf = /\d\s*[:.h]\s*\d|\d\s*(?:h|uhr|uur)\b|T\d\d/i;

function dayOf(found: chrono.ParsedComponents): SpokenMoment['day'] {
  const [year, month, day] = [found.get('year'), found.get('month'), found.get('day')];
  return year === null || month === null || day === null ? null : { year, month, day };
}
