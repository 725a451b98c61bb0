import { setImmediate } from 'node:timers/promises';
import type { Random } from '@intexuraos/kernel';

/** Decides, by the seed alone, which of the waiting steps goes on next. */
export interface Scheduler {
  /** Resolves when it is this step's turn; never, if the process that waits has died. */
  turn(process: Process): Promise<void>;
  readonly waiting: number;
  /** Real work, such as a write to a disk: nothing else goes on before it has ended. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Lets one of the waiting steps go on, and whatever follows from it until all wait again. */
  letOneGo(): Promise<void>;
  /** Resolves when all wait. */
  quiet(): Promise<void>;
}

/** A process that can die: whoever waits in it then waits for ever, as after `kill -9`. */
export interface Process {
  dead: boolean;
}

interface Waiter {
  readonly process: Process;
  readonly go: () => void;
}

export function createScheduler(random: Random): Scheduler {
  let waiters: Waiter[] = [];
  let underWay = 0;

  async function quiet(): Promise<void> {
    do await setImmediate();
    while (underWay > 0);
  }

  return {
    quiet,
    async during(work) {
      underWay += 1;
      try {
        return await work;
      } finally {
        underWay -= 1;
      }
    },
    get waiting() {
      return waiters.length;
    },
    turn: (process) => new Promise((go) => waiters.push({ process, go })),
    async letOneGo() {
      waiters = waiters.filter(({ process }) => !process.dead);
      const [next] = waiters.splice(Math.floor(random.fraction() * waiters.length), 1);
      next?.go();
      await quiet();
    },
  };
}
