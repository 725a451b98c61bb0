import { AppError } from '@intexuraos/kernel';
import { noTally, type Tally, together } from '../domain/figures.ts';
import { stuckAfterMs, stuckSince } from '../domain/stuck.ts';
import type { FiguresOfHour, Loaded } from '../ports.ts';
import type { Core } from './core.ts';
import { type FigureKeeper, hourMs } from './keep-figures.ts';

export interface Figures {
  /** The oldest first, one for each hour, also where nothing happened. */
  readonly hours: readonly { readonly hour: number; readonly tally: Tally }[];
  readonly total: Tally;
  /** False: so many processes wrote figures that the oldest were left out. */
  readonly isWhole: boolean;
}

interface Wanted {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

interface StuckPage {
  readonly actions: readonly Loaded[];
  readonly nextCursor: string | null;
}

/** What needs a look by its own word, then what no sweep has come to: the second list is short while sweeps run. */
const lists = ['stuck', 'overdue'] as const;

/** What operators read; whose actions they are makes no difference. */
export function createOperations({ ports }: Core, keeper: FigureKeeper) {
  const { actions, figures, clock } = ports;

  const pageOf = {
    stuck: (page: Wanted) => actions.stuck({ ...page, now: clock.now() }),
    async overdue(page: Wanted): Promise<StuckPage> {
      const found = await actions.due({ now: clock.now() - stuckAfterMs, ...withCursor(page) });
      return { ...found, actions: found.actions.filter(({ action }) => stuckSince(action) === null) };
    },
  };

  return {
    /** Those that wait longest first. Throws VALIDATION_FAILED for a cursor of another list. */
    async stuck({ limit, cursor }: Wanted): Promise<StuckPage> {
      const [list, rest] = placeOf(cursor);
      const page = await pageOf[list]({ limit, cursor: rest });
      if (page.nextCursor !== null) return { ...page, nextCursor: `${list}:${page.nextCursor}` };
      if (list === 'overdue') return page;
      const room = limit - page.actions.length;
      if (room === 0) return { ...page, nextCursor: 'overdue:' };
      const overdue = await pageOf.overdue({ limit: room });
      const nextCursor = overdue.nextCursor && `overdue:${overdue.nextCursor}`;
      return { actions: [...page.actions, ...overdue.actions], nextCursor };
    },

    /** Of the last hours, this one included. */
    async figures(hours: number): Promise<Figures> {
      const last = Math.floor(clock.now() / hourMs) * hourMs;
      const first = last - (hours - 1) * hourMs;
      const { entries, isWhole } = await figures.between(first, last);
      const others = entries.filter((entry) => entry.instance !== keeper.instance || !keeper.hours.has(entry.hour));
      const own = [...keeper.hours].map(([hour, tally]) => ({ hour, tally }));
      return { ...byHour([...others, ...own], first, hours), isWhole };
    },
  };
}

function byHour(entries: readonly Pick<FiguresOfHour, 'hour' | 'tally'>[], first: number, hours: number) {
  const tallies = Map.groupBy(entries, ({ hour }) => hour);
  const tallyOf = (hour: number) => together((tallies.get(hour) ?? []).map(({ tally }) => tally));
  const all = Array.from({ length: hours }, (_, at) => first + at * hourMs);
  const counted = all.map((hour) => ({ hour, tally: tallies.has(hour) ? tallyOf(hour) : noTally }));
  return { hours: counted, total: together(counted.map(({ tally }) => tally)) };
}

const withCursor = ({ limit, cursor }: Wanted) => ({ limit, ...(cursor !== undefined && { cursor }) });

function placeOf(cursor: string | undefined): readonly [(typeof lists)[number], string | undefined] {
  if (cursor === undefined) return ['stuck', undefined];
  const list = lists.find((name) => cursor.startsWith(`${name}:`));
  if (list === undefined) throw new AppError('VALIDATION_FAILED', 'cursor: expected the nextCursor of an earlier page');
  return [list, cursor.slice(list.length + 1) || undefined];
}
