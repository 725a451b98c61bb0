import type { Parser } from 'chrono-node';
import { DateTime } from 'luxon';
import { standsFree } from './surroundings.ts';

/** "On the 5th", "am 25.", "le 25": the next day of this number. The library reads none of them. */
const spoken = {
  en: /\b(?:(?:on|by|until|for) )?the (\d{1,2})(?:st|nd|rd|th)\b/i,
  de: /\b(?:am|zum|den|ab dem) (\d{1,2})\.(?!\d)/i,
  fr: /\ble (\d{1,2})(?![\d.:h])/i,
  es: /\bel (?:día )?(\d{1,2})(?![\d.:])/i,
  it: /\bil (?:giorno )?(\d{1,2})(?![\d.:])/i,
  pt: /\b(?:no )?dia (\d{1,2})(?![\d.:h])/i,
  nl: /\bde (\d{1,2})(?:e|de|ste)\b/i,
  sv: /\bden (\d{1,2})(?::?[ae])?(?![\d.:])/i,
} as const satisfies Readonly<Record<string, RegExp>>;

/** The number alone may be of anything: a clock must follow, unless the language marks it as the number of a day. */
const marked = /(?:st|nd|rd|th|\.|e|de|ste)$|d[ií]a/i;

const toDo = /^ (?:to|that|about|with|for)\b/i;

export const daysOfMonth = (language: keyof typeof spoken): Parser => ({
  pattern: () => spoken[language],
  extract(context, match) {
    const text = match[0];
    const after = context.text.slice((match.index ?? 0) + text.length);
    const isFree = standsFree(after) && (after.trim() !== '' || marked.test(text));
    if (!isFree && !(/^(?:on|by)/i.test(text) && toDo.test(after))) return null;
    const now = context.reference.getDateWithAdjustedTimezone();
    const next = nextOf(Number(match[1]), DateTime.fromJSDate(now));
    if (next === null) return null;
    const result = context.createParsingResult(match.index ?? 0, text, { day: next.day });
    result.start.imply('month', next.month).imply('year', next.year);
    return result;
  },
});

/** Months without such a day are passed over. */
function nextOf(day: number, now: DateTime): DateTime | null {
  if (day < 1 || day > 31) return null;
  const months = [0, 1, 2].map((ahead) => now.startOf('month').plus({ months: ahead }));
  const days = months.map((month) => month.set({ day: Math.min(day, month.daysInMonth ?? 0) }));
  return days.find((each) => each.day === day && each >= now.startOf('day')) ?? null;
}
