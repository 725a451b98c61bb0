import type { ParsedResult } from 'chrono-node';

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

export const namesDay = ({ start }: ParsedResult) => start.isCertain('day') || start.isCertain('weekday');
export const namesTime = ({ start }: ParsedResult) => start.isCertain('hour');
export const isWhole = (moment: ParsedResult) => namesDay(moment) && namesTime(moment);
