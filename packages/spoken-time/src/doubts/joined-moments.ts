import type { Component, ParsedComponents, ParsedResult } from 'chrono-node';
import { type Doubt, type Found, isWhole, namesDay, namesTime } from './found.ts';

const twoDays: Doubt = { part: 'day', problem: 'More than one day is named: name the one that is meant' };
const twoTimes: Doubt = { part: 'time', problem: 'More than one time is named: name the one that is meant' };

/** "Monday and Tuesday", "at 3 or 5pm": more than one, and nobody knows which. */
export function joinedDoubt({ text, moments }: Found): Doubt | null {
  for (const [at, second] of moments.entries()) {
    const first = moments[at - 1];
    const between = text.slice(first ? first.index + first.text.length : 0, second.index);
    const isBoth = first !== undefined && joins(between, first) && namesDates(first) && namesDates(second);
    if (isBoth && !isSame(first.start, second.start, 'day', 'month', 'year')) return twoDays;
    if (namesTime(second) && bareHour.test(between)) return twoTimes;
  }
  return timesDiffer(moments.filter(namesTime)) ? twoTimes : null;
}

/** Wherever they stand: "pay 12.50 tomorrow at 10:00" has one, and nobody knows which. */
const timesDiffer = ([first, ...others]: readonly ParsedResult[]) =>
  first !== undefined && others.some(({ start }) => !isSame(first.start, start, 'hour', 'minute'));

const namesDates = (moment: ParsedResult) => namesDay(moment) || moment.start.isCertain('month');

const and = '(?:and|or|und|oder|et|ou|y|o|e|of|en|eller|och|lub|i|&|/)';
const bareHour = new RegExp(`\\d\\s*${and}\\s+(?:at\\s+)?$`, 'iu');
const joining = new RegExp(`^\\s*(?:${and}|from|before|after|von|nach|vor)\\s+(?:on |at |am |um |le |à )?\\s*$`, 'iu');
const following = /^[\s,]*(?:on|in|of|the|am|le|il|el)?\s*$/iu;

/** A whole moment needs a word to be joined; of a mere day another may follow at once, as in "Tuesday in two weeks". */
const joins = (between: string, first: ParsedResult) =>
  joining.test(between) || (!isWhole(first) && following.test(between));

const isSame = (one: ParsedComponents, other: ParsedComponents, ...parts: readonly Component[]) =>
  parts.every((part) => one.get(part) === other.get(part));
