import type { ParsedComponents, ParsedResult } from 'chrono-node';
import { type Doubt, type Found, isWhole, namesDay, namesTime } from './found.ts';

const twoDays: Doubt = { part: 'day', problem: 'More than one day is named: name the one that is meant' };
const twoTimes: Doubt = { part: 'time', problem: 'More than one time is named: name the one that is meant' };

/** "Monday and Tuesday", "at 3 or 5pm": more than one, and nobody knows which. */
export function joinedDoubt({ text, moments }: Found): Doubt | null {
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
