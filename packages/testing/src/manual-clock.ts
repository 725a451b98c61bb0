import { setImmediate } from 'node:timers/promises';
import type { Clock } from '@intexuraos/kernel';

/** A clock that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** How many `sleep`s wait at the moment. */
  readonly sleepers: number;
  /** Lets `ms` pass: wakes the sleepers that are due, in order, and lets what they do settle before the next one. */
  advance(ms: number): Promise<void>;
  /** Puts the wall clock forwards or backwards, as NTP does: `now()` jumps, nobody wakes. */
  jump(ms: number): void;
}

interface Sleeper {
  readonly wakeAt: number;
  readonly wake: () => void;
}

export function createManualClock(startMs: number): ManualClock {
  const sleepers = new Set<Sleeper>();
  let elapsed = 0;
  let offset = startMs;

  function sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const stop = () => {
        sleepers.delete(sleeper);
        reject(signal?.reason);
      };
      const wake = () => {
        signal?.removeEventListener('abort', stop);
        resolve();
      };
      const sleeper = { wakeAt: elapsed + ms, wake };
      sleepers.add(sleeper);
      signal?.addEventListener('abort', stop, { once: true });
    });
  }

  function firstDue(end: number): Sleeper | undefined {
    const due = [...sleepers].filter(({ wakeAt }) => wakeAt <= end);
    return due.reduce<Sleeper | undefined>(
      (first, next) => (first && first.wakeAt <= next.wakeAt ? first : next),
      undefined,
    );
  }

  async function advance(ms: number): Promise<void> {
    const end = elapsed + ms;
    for (let sleeper = firstDue(end); sleeper !== undefined; sleeper = firstDue(end)) {
      sleepers.delete(sleeper);
      elapsed = Math.max(elapsed, sleeper.wakeAt);
      sleeper.wake();
      await setImmediate();
    }
    elapsed = end;
    await setImmediate();
  }

  return {
    now: () => offset + elapsed,
    sleep,
    get sleepers() {
      return sleepers.size;
    },
    advance,
    jump: (ms) => {
      offset += ms;
    },
  };
}
