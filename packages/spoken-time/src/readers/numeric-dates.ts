import type { Parser, ParsingContext, ParsingResult, Refiner } from 'chrono-node';
import { DateTime } from 'luxon';
import type { DateOrder } from './date-order.ts';
import { isLedTo, standsFree } from './surroundings.ts';

/** Of a result whose day and month may be the other way round. */
export const eitherOrder = 'either-order';

const written = /(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2}))?(\.)?(?!\d)/;

interface Written {
  readonly numbers: readonly [number, number];
  readonly mark: string;
  readonly year: number | null;
  readonly endsInDot: boolean;
}

/**
 * Days in digits. The library takes 12.11.2026 for December; here dots are day first, as everywhere where they are
 * used, and slashes and hyphens in the person's own order.
 */
export const numericDates = (order: DateOrder): Parser => ({
  pattern: () => written,
  extract(context, match) {
    const found = writtenIn(match);
    const at = match.index ?? 0;
    const before = context.text.slice(0, at);
    const after = context.text.slice(at + match[0].length);
    return /[\d./-]$/.test(before) || /^[./-]?\d/.test(after) || !isDate(found, before, after)
      ? null
      : resultOf(context, match[0], at, { found, order });
  },
});

/** Leaves out what the library itself reads of digits. */
export const ownNumericDatesOnly: Refiner = {
  refine: (_, results) => results.filter((result) => !result.tags().has('parser/SlashDateFormatParser')),
};

const writtenIn = ([, first, mark = '', second, year, dot]: RegExpMatchArray): Written => ({
  numbers: [Number(first), Number(second)],
  mark,
  year: year === undefined ? null : Number(year) + (year.length === 2 ? 2_000 : 0),
  endsInDot: dot !== undefined,
});

/** A year makes it a date; without one it may be a fraction, a version or a time of the clock. */
function isDate({ numbers, mark, year, endsInDot }: Written, before: string, after: string): boolean {
  if (year !== null) return true;
  if (mark === '-' || String(numbers) === '24,7') return false;
  const isLed = isLedTo(before);
  if (mark === '/') return isLed || standsFree(after);
  return isLed || (endsInDot && standsFree(after) && after.trim() !== '');
}

function resultOf(
  context: ParsingContext,
  text: string,
  at: number,
  { found, order }: { readonly found: Written; readonly order: DateOrder },
): ParsingResult | null {
  const { numbers, mark, year } = found;
  const [first, second] = numbers;
  const known = mark === '.' ? 'day-first' : order;
  const isMonthFirst = second > 12 || (known === 'month-first' && first <= 12);
  const [day, month] = isMonthFirst ? [second, first] : [first, second];
  if (day < 1 || day > 31 || month < 1 || month > 12) return null;
  const result = context.createParsingResult(at, text, { day, month });
  if (year === null) result.start.imply('year', context.reference.getDateWithAdjustedTimezone().getFullYear());
  else result.start.assign('year', year);
  return known === null && first <= 12 && second <= 12 && first !== second ? result.addTag(eitherOrder) : result;
}

/** The date of this order in the text, and the two days it may be; null: there is none. */
export function eitherReading(
  text: string,
): { readonly date: string; readonly days: readonly [string, string] } | null {
  const match = /(\d{1,2})[/-](\d{1,2})(?:[/-]\d+)?/.exec(text);
  if (match === null) return null;
  const [first, second] = [Number(match[1]), Number(match[2])];
  return { date: match[0], days: [dayAndMonth(first, second), dayAndMonth(second, first)] };
}

const dayAndMonth = (day: number, month: number) =>
  DateTime.fromObject({ month, day }, { locale: 'en-GB' }).toLocaleString({ day: 'numeric', month: 'long' });
