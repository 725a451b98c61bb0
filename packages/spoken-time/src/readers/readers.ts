import * as chrono from 'chrono-node';
import type { DateOrder } from './date-order.ts';
import { daysOfMonth } from './days-of-month.ts';
import { halvesOfDay } from './halves-of-day.ts';
import { numericDates, ownNumericDatesOnly } from './numeric-dates.ts';

/** "To" is Thursday in Finnish, "on" is Wednesday in Swedish, "mar" is Tuesday in Italian: in chats they are other words. */
const isShortWord = ({ text }: chrono.ParsedResult) => /^\p{Script=Latin}{1,3}\.?$/u.test(text);

const noShortWords: chrono.Refiner = {
  refine: (_, results) => results.filter((result) => !isShortWord(result)),
};

interface Language {
  readonly reader: chrono.Chrono;
  readonly more?: readonly chrono.Parser[];
}

/** English first: a text that it reads completely is not tried in other languages. */
const languages: readonly Language[] = [
  { reader: chrono.en.casual, more: [daysOfMonth('en')] },
  { reader: chrono.de.casual, more: [daysOfMonth('de')] },
  { reader: chrono.fr.casual, more: [daysOfMonth('fr')] },
  { reader: chrono.es.casual, more: [daysOfMonth('es')] },
  { reader: chrono.it.casual, more: [daysOfMonth('it')] },
  { reader: chrono.pt.casual, more: [daysOfMonth('pt')] },
  { reader: chrono.nl.casual, more: [daysOfMonth('nl')] },
  { reader: chrono.sv.casual, more: [daysOfMonth('sv')] },
  { reader: chrono.fi.casual },
  { reader: chrono.uk.casual },
  { reader: chrono.ru.casual },
  { reader: chrono.ja.casual },
  { reader: chrono.zh.casual },
];

function careful({ reader, more = [] }: Language, order: DateOrder): chrono.Chrono {
  const copy = reader.clone();
  copy.parsers.unshift(numericDates(order), ...more);
  copy.refiners.push(halvesOfDay);
  copy.refiners.unshift(ownNumericDatesOnly, ...(reader === chrono.en.casual ? [] : [noShortWords]));
  return copy;
}

const made = new Map<DateOrder, readonly chrono.Chrono[]>();

/** The readers of all languages, for people who write day and month in this order. */
export function readersFor(order: DateOrder): readonly chrono.Chrono[] {
  const known = made.get(order);
  if (known !== undefined) return known;
  const readers = languages.map((language) => careful(language, order));
  made.set(order, readers);
  return readers;
}
