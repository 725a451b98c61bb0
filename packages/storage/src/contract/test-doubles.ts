import { type Clock, type Logger, silentLogger } from '@intexuraos/kernel';

export interface TestClock extends Clock {
  advance(ms: number): void;
}

/** A clock that stands still at a real-looking time until it is moved. */
export function testClock(): TestClock {
  let time = 1_790_000_000_000;
  return {
    now: () => time,
    sleep: () => Promise.reject(new Error('No store sleeps')),
    advance: (ms) => {
      time += ms;
    },
  };
}

/** A logger that keeps the facts of warnings and errors. */
export function testLog(): { readonly log: Logger; readonly warnings: unknown[]; readonly errors: unknown[] } {
  const warnings: unknown[] = [];
  const errors: unknown[] = [];
  const log = {
    ...silentLogger,
    warn: (facts: unknown) => warnings.push(facts),
    error: (facts: unknown) => errors.push(facts),
  };
  return { log, warnings, errors };
}
