import type { ParsedResult } from 'chrono-node';
import { eitherOrder, eitherReading } from '../readers/numeric-dates.ts';
import { wordsOf } from '../wording/rewordings.ts';
import { type Doubt, type Found, isWhole, namesDay, namesTime } from './found.ts';
import { joinedDoubt } from './joined-moments.ts';
import { readHere, repetitions, unreadDays, wholeWeek } from './unread-days.ts';

/** Why the words do not say for certain which day or which time is meant, if they do not. */
export const doubtOf = (found: Found): Doubt | null =>
  firstDoubt.map((doubt) => doubt(found)).find((doubt) => doubt !== null) ?? null;

function orderDoubt({ moments }: Found): Doubt | null {
  const moment = moments.find((each) => each.tags().has(eitherOrder));
  const either = moment && eitherReading(moment.text);
  if (!either) return null;
  const remedy = 'write the month as a word, or choose a language with its region, such as en-GB, in the settings';
  return { part: 'day', problem: `"${either.date}" may be ${either.days.join(' or ')}: ${remedy}` };
}

function repetitionDoubt(found: Found): Doubt | null {
  const line = marked(found);
  const repeats = found.moments.length > 0 && repetitions.some((pattern) => pattern.test(line));
  return repeats
    ? { part: 'day', problem: 'It speaks of something that repeats: name the one day that is meant' }
    : null;
}

/** Where a moment is named whole, what else is said of days is about something else. */
function unreadDoubt(found: Found): Doubt | null {
  const { text, moments } = found;
  if (moments.length === 0 || moments.some(isWhole)) return null;
  const line = marked(found);
  const match = unreadDays.map((pattern) => pattern.exec(line)).find((each) => each !== null);
  if (match) return unread(inWords(match, found));
  const onlyMonth = moments.find(({ start }) => start.isCertain('month') && !start.isCertain('day'));
  return onlyMonth && !moments.some(namesDay)
    ? { part: 'day', problem: `"${wordsOf(onlyMonth, text)}" names no day` }
    : null;
}

const unread = (words: string): Doubt => ({
  part: 'day',
  problem: `"${words}" cannot be read: write the day as a date`,
});

/** The words of a match in the marked text, with what stands where the marks are. */
function inWords(match: RegExpExecArray, { text, moments }: Found): string {
  const marksBefore = match.input.slice(0, match.index).split(readHere).length - 1;
  const standing = moments.slice(marksBefore).map((moment) => wordsOf(moment, text));
  return match[0].replaceAll(readHere, () => standing.shift() ?? '').trim();
}

/** The text with a mark for each moment. */
const marked = ({ text, moments }: Found): string =>
  moments.reduceRight(
    (line, moment) => line.slice(0, moment.index) + readHere + line.slice(moment.index + moment.text.length),
    text,
  );

/** "The day before my birthday" is read up to "before", and counted from now. */
function relationDoubt({ text, moments }: Found): Doubt | null {
  const moment = moments.find(
    (each) =>
      /\s(?:before|after|from)$/i.test(each.text) && /^\s+\p{L}/u.test(text.slice(each.index + each.text.length)),
  );
  return moment ? unread(`${wordsOf(moment, text)} …`) : null;
}

const negation = /(?<!\p{L})(?:not|nicht|pas|non|nie)\s+(?:on |at |am |le )?$/iu;

function negationDoubt({ text, moments }: Found): Doubt | null {
  return moments.some(({ index }) => negation.test(text.slice(0, index)))
    ? { part: 'day', problem: 'It names a day or a time that is not meant: name only the one that is' }
    : null;
}

/** "Next week" is read as the day in seven days. */
function weekDoubt({ text, moments }: Found): Doubt | null {
  const [moment] = moments.filter(namesDay);
  return moment && !moment.start.isCertain('weekday') && wholeWeek.test(moment.text)
    ? { part: 'day', problem: `"${wordsOf(moment, text)}" names a week: name the day that is meant` }
    : null;
}

/** "At 5" may be in the morning or in the afternoon. */
function halfDoubt({ text, moments }: Found): Doubt | null {
  const moment = moments.find(namesTime);
  const hour = moment?.start.get('hour') ?? 0;
  if (!moment || moment.start.isCertain('meridiem') || saysWhichHalf.test(wordsOf(moment, text))) return null;
  const isOpen = (hour > 0 && hour < 12) || endsBeforeStart(moment);
  return isOpen
    ? { part: 'time', problem: `${hour % 12 || 12} o'clock may be in the morning or in the afternoon` }
    : null;
}

/** "From 10 to 5pm": the library takes the half of the end for that of the start, too. */
const endsBeforeStart = ({ start, end }: ParsedResult) =>
  end?.isCertain('meridiem') === true && (start.get('hour') ?? 0) > (end.get('hour') ?? 0);

/** "10:00", "10.30", "10h", "9 Uhr", "T09": written as on a clock with 24 hours. */
const saysWhichHalf = /\d\s*[:.h]\s*\d|\d\s*(?:h|uhr|uur)\b|T\d\d/i;

/** In the order in which they are told. */
const firstDoubt: readonly ((found: Found) => Doubt | null)[] = [
  orderDoubt,
  repetitionDoubt,
  negationDoubt,
  relationDoubt,
  joinedDoubt,
  weekDoubt,
  unreadDoubt,
  halfDoubt,
];
