import type { Clock, Logger } from '@intexuraos/kernel';
import type { Action } from '../domain/action.ts';
import { noTally, type Tally, tallied } from '../domain/figures.ts';
import type { FigureBook } from '../ports.ts';

export const hourMs = 3_600_000;
const flushEveryMs = 60_000;

/** Counts what this process does to actions, by the hour. What a killed process had counted for a minute is lost. */
export interface FigureKeeper {
  /** Of this run of this process and no other: containers share host names and process ids. */
  readonly instance: string;
  changed(before: Action | null, after: Action): void;
  /** What is in memory, newer than the book: by the hour's beginning. */
  readonly hours: ReadonlyMap<number, Tally>;
  /** Writes down what has changed since. Never throws: figures are not worth a failed sweep. */
  flush(): Promise<void>;
}

interface KeeperPorts {
  readonly figures: FigureBook;
  readonly clock: Clock;
  readonly log: Logger;
}

export function createFigureKeeper({ figures, clock, log }: KeeperPorts, instance: string): FigureKeeper {
  const hours = new Map<number, Tally>();
  const unwritten = new Set<number>();
  let flushedAt = clock.now();
  const thisHour = () => Math.floor(clock.now() / hourMs) * hourMs;

  async function flush(): Promise<void> {
    flushedAt = clock.now();
    const pending = [...unwritten];
    unwritten.clear();
    try {
      for (const hour of pending) await figures.write({ hour, instance, tally: hours.get(hour) ?? noTally });
      for (const hour of pending) if (hour < thisHour()) hours.delete(hour);
    } catch (error) {
      for (const hour of pending) unwritten.add(hour);
      log.warn({ err: error }, 'figures could not be written down yet');
    }
  }

  return {
    instance,
    hours,
    flush,
    changed(before, after) {
      const hour = thisHour();
      hours.set(hour, tallied(hours.get(hour) ?? noTally, before, after));
      unwritten.add(hour);
      if (clock.now() - flushedAt >= flushEveryMs) void flush();
    },
  };
}
