export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

interface Times {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly time_zone?: string | undefined;
}

const isDay = (time: string) => !time.includes('T');
const hasOffset = (time: string) => /(?:Z|[+-]\d\d:?\d\d)$/.test(time);
const isLocal = (time: string) => !isDay(time) && !hasOffset(time);

/** Why an event cannot be at these times, and which field says so; null when it can. */
export function timesProblem({ start, end, time_zone: timeZone }: Times) {
  for (const [path, time] of [['start', start] as const, ['end', end] as const])
    if (time !== undefined && isLocal(time) && timeZone === undefined)
      return { path: [path], message: 'expected an offset, or a time_zone beside it' };
  if (start === undefined || end === undefined) return null;
  if (isDay(start) !== isDay(end)) return { path: ['end'], message: 'expected two days, or two times' };
  // A wall clock is compared with a wall clock; beside an offset, Google decides.
  const areComparable = isLocal(start) === isLocal(end);
  return areComparable && Date.parse(end) <= Date.parse(start)
    ? { path: ['end'], message: 'expected an end after the start' }
    : null;
}

/** A day or a time as Google's API has it. */
export const googleTime = (time: string, timeZone: string | undefined) =>
  isDay(time) ? { date: time } : { dateTime: time, ...(timeZone !== undefined && { timeZone }) };

/** The same in the place of what stands there: a change of Google's is merged, so the other kind of time has to go. */
export const newGoogleTime = (time: string, timeZone: string | undefined) =>
  isDay(time) ? { date: time, dateTime: null, timeZone: null } : { ...googleTime(time, timeZone), date: null };

export interface Span {
  readonly start: string;
  readonly end: string;
}

/** The spans of `within` that none of the others touches and that are long enough, the earliest first. */
export function freeTimes(within: Span, busy: readonly Span[], leastMs: number): readonly Span[] {
  const inOrder = busy
    .map(({ start, end }) => ({ start: Date.parse(start), end: Date.parse(end) }))
    .sort((a, b) => a.start - b.start);
  const endsAt = Date.parse(within.end);
  const free: Span[] = [];
  let freeFrom = Date.parse(within.start);
  for (const { start, end } of [...inOrder, { start: endsAt, end: endsAt }]) {
    const until = Math.min(start, endsAt);
    if (until - freeFrom >= leastMs) free.push({ start: isoOf(freeFrom), end: isoOf(until) });
    freeFrom = Math.max(freeFrom, end);
  }
  return free;
}

const isoOf = (ms: number) => new Date(ms).toISOString();
