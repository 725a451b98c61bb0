/** In which order people write day and month in digits; null: nobody can tell. */
export type DateOrder = 'day-first' | 'month-first' | null;

/**
 * The order of a BCP 47 tag, as the runtime's CLDR data has it. Plain English is written both ways: only a region
 * decides.
 */
export function orderOf(language: string): DateOrder {
  if (/^en$/i.test(language)) return null;
  try {
    const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'numeric' });
    const parts = format.formatToParts(0).map(({ type }) => type);
    return parts.indexOf('day') < parts.indexOf('month') ? 'day-first' : 'month-first';
  } catch {
    return null;
  }
}
