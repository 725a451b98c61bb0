import { until } from '../child.ts';
import { median } from '../statistics.ts';
import type { Outside } from './outside.ts';
import { type System } from './system.ts';
import { cpuMs } from './usage.ts';

export interface Load {
  readonly lifecycles: number;
  /** How many are under way at any time: the next begins when one has ended. */
  readonly concurrency: number;
}

export interface Drive {
  readonly perSecond: number;
  readonly cpuMsPerLifecycle: number;
  readonly flushesPerLifecycle: number;
  readonly approvalToExecutorMs: number;
}

/** Takes one system through lifecycles; names are counted on, so that no life of a run is called as another. */
export interface Driver {
  drive(load: Load): Promise<Drive>;
  /** Lives so far. */
  readonly driven: number;
  /** Waits until everything that was driven is completed; resolves to how many never were. */
  lost(): Promise<number>;
}

export function createDriver(name: string, system: System, outside: Outside): Driver {
  let driven = 0;

  /** Resolves to the milliseconds from the approval to the call of the executor. */
  async function liveOnce(): Promise<number> {
    driven += 1;
    const life = `${name}-${driven}`;
    const { asked, executed } = outside.expect(life);
    await system.create(life);
    await asked;
    const approvedAt = performance.now();
    const [executedAt] = await Promise.all([executed, system.approve(life)]);
    return executedAt - approvedAt;
  }

  async function allCompleted(): Promise<void> {
    const { completed } = await system.progress();
    if (completed < driven) throw new Error(`${driven - completed} of ${driven} lifecycles are not completed`);
  }

  async function drive({ lifecycles, concurrency }: Load): Promise<Drive> {
    const before = { cpu: cpuMs(system.pid), flushes: (await system.progress()).flushes, at: performance.now() };
    const latencies: number[] = [];
    let left = lifecycles;
    const slot = async () => {
      while (left > 0) {
        left -= 1;
        latencies.push(await liveOnce());
      }
    };
    await Promise.all(Array.from({ length: concurrency }, slot));
    await until(`${name} to complete`, allCompleted, 5);
    const seconds = (performance.now() - before.at) / 1000;
    const { flushes } = await system.progress();
    return {
      perSecond: lifecycles / seconds,
      cpuMsPerLifecycle: (cpuMs(system.pid) - before.cpu) / lifecycles,
      flushesPerLifecycle: (flushes - before.flushes) / lifecycles,
      approvalToExecutorMs: median(latencies),
    };
  }

  return {
    drive,
    get driven() {
      return driven;
    },
    lost: async () => driven - (await system.progress()).completed,
  };
}
