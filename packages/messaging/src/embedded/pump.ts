import type { ConsumerQueue } from './consumer-queue.ts';

/** So many deliveries start before the event loop gets its turn: else consumers that publish would starve sockets. */
const startsPerTurn = 256;

/** Starts what is ready, one of each consumer in turn, so that a busy consumer does not keep the others waiting. */
export interface Pump {
  /** Deliveries of `queue` start after the caller's own work, still in this turn of the event loop when there is room in it. */
  wake(queue: ConsumerQueue): void;
  /** Starts no more; resolves when what was started has ended. */
  stop(): Promise<void>;
}

export function createPump(queues: ReadonlyMap<string, ConsumerQueue>): Pump {
  /** Those that may have something to start: to ask all of them each time would cost more than the deliveries. */
  const woken = new Set<ConsumerQueue>();
  let budget = startsPerTurn;
  let awake = false;
  let turnEnds = false;
  let stopped: PromiseWithResolvers<void> | null = null;

  function wake(queue: ConsumerQueue): void {
    if (stopped !== null) return endIfIdle(stopped);
    woken.add(queue);
    if (awake) return;
    awake = true;
    queueMicrotask(run);
  }

  function run(): void {
    awake = false;
    if (stopped !== null) return;
    while (budget > 0 && woken.size > 0) startOneOfEach();
    awake = budget <= 0;
    if (turnEnds || budget === startsPerTurn) return;
    turnEnds = true;
    setImmediate(nextTurn);
  }

  function nextTurn(): void {
    turnEnds = false;
    const starved = budget <= 0;
    budget = startsPerTurn;
    if (starved) run();
  }

  function startOneOfEach(): void {
    for (const queue of woken) {
      if (queue.startNext()) budget -= 1;
      else woken.delete(queue);
    }
  }

  function endIfIdle(end: PromiseWithResolvers<void>): void {
    if ([...queues.values()].every(({ running }) => running === 0)) end.resolve();
  }

  return {
    wake,
    stop() {
      stopped ??= Promise.withResolvers<void>();
      endIfIdle(stopped);
      return stopped.promise;
    },
  };
}
