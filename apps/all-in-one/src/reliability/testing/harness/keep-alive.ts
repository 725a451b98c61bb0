import type { Machine } from './machine.ts';
import type { Process } from './process.ts';

interface KeptAlive<T> {
  readonly result: T;
  /** When a process was there again, Unix milliseconds. */
  readonly restartedAt: readonly number[];
}

/**
 * Does what an operator's supervisor does as long as `work` lasts: starts each process again when it was killed. One that
 * ends by itself is not started again: that is a failure for the caller to notice.
 */
export async function keptAlive<T>({ processes }: Machine, work: () => Promise<T>): Promise<KeptAlive<T>> {
  const restartedAt: number[] = [];
  const starting = new Set<Promise<unknown>>();
  let over = false;

  async function watch(process: Process): Promise<void> {
    for (;;) {
      const { signal } = await process.exited();
      if (over || signal === null) return;
      const start = process.start();
      starting.add(start);
      if ((await start) === 'ready') restartedAt.push(Date.now());
      starting.delete(start);
    }
  }

  for (const process of processes) void watch(process);
  try {
    return { result: await work(), restartedAt };
  } finally {
    over = true;
    await Promise.all(starting);
  }
}
