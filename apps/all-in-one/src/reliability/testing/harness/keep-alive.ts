import type { Machine } from './machine.ts';

/** What an operator's supervisor does: starts the machine again when it was killed. */
export interface Guard {
  /** When it was there again, Unix milliseconds. */
  readonly restartedAt: readonly number[];
  /** From now on it stays as it is. */
  stop(): void;
}

/** A machine that ends by itself is not started again: that is a failure for the caller to notice. */
export function keepAlive(machine: Machine): Guard {
  const restartedAt: number[] = [];
  let stopped = false;

  async function watch(): Promise<void> {
    for (;;) {
      const { signal } = await machine.exited();
      if (stopped || signal === null) return;
      if ((await machine.start()) === 'ready') restartedAt.push(Date.now());
    }
  }

  void watch();
  return {
    restartedAt,
    stop() {
      stopped = true;
    },
  };
}
