import type { Logger } from '@intexuraos/kernel';
import type { Background } from '../../ports.ts';

/** What does not fit waits for the sweep. */
const atOnceMax = 64;

/** Goes on after the answer where the surroundings allow it. */
export function createBackground({ isAllowed, log }: { isAllowed: boolean; log: Logger }): Background {
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
