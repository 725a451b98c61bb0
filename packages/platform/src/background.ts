import type { Logger } from '@intexuraos/kernel';

/** Work that goes on after the answer. It may never begin and may break off: a sweep does what it left. */
export interface Background {
  begin(work: (signal: AbortSignal) => Promise<void>): void;
  /** Breaks off what is under way and waits for its end. */
  stop(): Promise<void>;
}

export interface BackgroundSettings {
  /** Whether the surroundings let a process work when no request is open. */
  readonly isAllowed: boolean;
  /** What does not fit waits for the sweep. */
  readonly atOnceMax: number;
  readonly log: Logger;
}

export function createBackground({ isAllowed, atOnceMax, log }: BackgroundSettings): Background {
  const running = new Set<Promise<void>>();
  const stopped = new AbortController();
  return {
    begin(work) {
      if (!isAllowed || stopped.signal.aborted || running.size >= atOnceMax) return;
      const run = work(stopped.signal)
        .catch((err: unknown) => stopped.signal.aborted || log.warn({ err }, 'work in the background broke off'))
        .then(() => void running.delete(run));
      running.add(run);
    },
    async stop() {
      stopped.abort();
      await Promise.all(running);
    },
  };
}
