import type { Machine } from './machine.ts';
import type { Process } from './process.ts';

/** What an operator's supervisor does: starts each process again when it was killed. */
export interface Guard {
  /** When one was there again, Unix milliseconds. */
  readonly restartedAt: readonly number[];
  /** From now on they stay as they are. Resolves when none is being started. */
  stop(): Promise<void>;
}

/** A process that ends by itself is not started again: that is a failure for the caller to notice. */
export function keepAlive({ processes }: Machine): Guard {
  const restartedAt: number[] = [];
  const starting = new Set<Promise<unknown>>();
  let stopped = false;

  async function watch(process: Process): Promise<void> {
    for (;;) {
      const { signal } = await process.exited();
      if (stopped || signal === null) return;
      const start = process.start();
      starting.add(start);
      if ((await start) === 'ready') restartedAt.push(Date.now());
      starting.delete(start);
    }
  }

  for (const process of processes) void watch(process);
  return {
    restartedAt,
    async stop() {
      stopped = true;
      await Promise.all(starting);
    },
  };
}
