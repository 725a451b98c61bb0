import type { ParsedComponents, ParsedResult } from 'chrono-node';
import { eitherOrder, eitherReading } from './numeric-dates.ts';
import { readHere, repetitions, unreadDays, wholeWeek } from './unread-days.ts';

/** What a person must say more plainly before anything is made of it. */
export interface Doubt {
  readonly part: 'day' | 'time' | 'timeZone';
  readonly problem: string;
}

/** A text and what was read in it, in the order of the text. */
export interface Found {
  readonly text: string;
  readonly moments: readonly ParsedResult[];
}

/** Why the words do not say for certain which day or which time is meant, if they do not. */
export const doubtOf = (found: Found): Doubt | null =>
  firstDoubt.map((doubt) => doubt(found)).find((doubt) => doubt !== null) ?? null;

const namesDay = ({ start }: ParsedResult) => start.isCertain('day') || start.isCertain('weekday');
const namesTime = ({ start }: ParsedResult) => start.isCertain('hour');
const isWhole = (moment: ParsedResult) => namesDay(moment) && namesTime(moment);

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
  const { moments } = found;
  if (moments.length === 0 || moments.some(isWhole)) return null;
  const line = marked(found);
  const match = unreadDays.map((pattern) => pattern.exec(line)).find((each) => each !== null);
  if (match) return unread(inWords(match, found));
  const onlyMonth = moments.find(({ start }) => start.isCertain('month') && !start.isCertain('day'));
  return onlyMonth && !moments.some(namesDay) ? { part: 'day', problem: `"${onlyMonth.text}" names no day` } : null;
}

const unread = (words: string): Doubt => ({
  part: 'day',
  problem: `"${words}" cannot be read: write the day as a date`,
});

/** The words of a match in the marked text, with what stands where the marks are. */
function inWords(match: RegExpExecArray, { moments }: Found): string {
  const marksBefore = match.input.slice(0, match.index).split(readHere).length - 1;
  const standing = moments.slice(marksBefore).map(({ text }) => text);
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
  return moment ? unread(`${moment.text} …`) : null;
}

/** "Next week" is read as the day in seven days. */
function weekDoubt({ moments }: Found): Doubt | null {
  const [moment] = moments.filter(namesDay);
  return moment && !moment.start.isCertain('weekday') && wholeWeek.test(moment.text)
    ? { part: 'day', problem: `"${moment.text}" names a week: name the day that is meant` }
    : null;
}

const twoDays: Doubt = { part: 'day', problem: 'More than one day is named: name the one that is meant' };
const twoTimes: Doubt = { part: 'time', problem: 'More than one time is named: name the one that is meant' };

/** "Monday and Tuesday", "at 3 or 5pm": more than one, and nobody knows which. */
function joinedDoubt({ text, moments }: Found): Doubt | null {
  for (const [at, second] of moments.entries()) {
    const first = moments[at - 1];
    const between = text.slice(first ? first.index + first.text.length : 0, second.index);
    if (first !== undefined && joins(between, first)) {
      if (namesDates(first) && namesDates(second) && !isSameDay(first.start, second.start)) return twoDays;
      if (namesTime(first) && namesTime(second)) return twoTimes;
    } else if (namesTime(second) && bareHour.test(between)) return twoTimes;
  }
  return null;
}

const namesDates = (moment: ParsedResult) => namesDay(moment) || moment.start.isCertain('month');

const and = '(?:and|or|und|oder|et|ou|y|o|e|of|en|eller|och|lub|i|&|/)';
const bareHour = new RegExp(`\\d\\s*${and}\\s+(?:at\\s+)?$`, 'iu');
const joining = new RegExp(`^\\s*(?:${and}|from|before|after|von|nach|vor)\\s+(?:on |at |am |um |le |à )?\\s*$`, 'iu');
const following = /^[\s,]*(?:on|in|of|the|am|le|il|el)?\s*$/iu;

/** A whole moment needs a word to be joined; of a mere day another may follow at once, as in "Tuesday in two weeks". */
const joins = (between: string, first: ParsedResult) =>
  joining.test(between) || (!isWhole(first) && following.test(between));

const isSameDay = (one: ParsedComponents, other: ParsedComponents) =>
  (['day', 'month', 'year'] as const).every((part) => one.get(part) === other.get(part));

/** "At 5" may be in the morning or in the afternoon. */
function halfDoubt({ moments }: Found): Doubt | null {
  const moment = moments.find(namesTime);
  const hour = moment?.start.get('hour') ?? 0;
  if (!moment || hour === 0 || hour >= 12 || moment.start.isCertain('meridiem') || saysWhichHalf.test(moment.text))
    return null;
  return { part: 'time', problem: `${hour} o'clock may be in the morning or in the afternoon` };
}

/** "10:00", "10.30", "10h", "9 Uhr", "T09": written as on a clock with 24 hours. */
const saysWhichHalf = /\d\s*[:.h]\s*\d|\d\s*(?:h|uhr|uur)\b|T\d\d/i;

/** In the order in which they are told. */
const firstDoubt: readonly ((found: Found) => Doubt | null)[] = [
  orderDoubt,
  repetitionDoubt,
  relationDoubt,
  joinedDoubt,
  weekDoubt,
  unreadDoubt,
  halfDoubt,
];
