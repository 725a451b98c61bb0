import type { Exit, Process, Variables } from './process.ts';

/** All processes that the product is at the moment: one with everything in it, or one for each service. */
export interface Machine {
  readonly processes: readonly Process[];
  /** The one in which actions-agent is. */
  readonly agent: Process;
  /** When any of them ended, Unix milliseconds. */
  readonly deaths: readonly number[];
  /** Starts what does not run; resolves when all answer, or to how one ended instead. */
  start(more?: Variables): Promise<'ready' | Exit>;
  /** Ends all; resolves to how actions-agent's process ended. */
  kill(signal?: NodeJS.Signals): Promise<Exit>;
  /** The last of what each printed. */
  output(): string;
}

export function createMachine(agent: Process, others: readonly Process[] = []): Machine {
  const processes = [agent, ...others];
  return {
    processes,
    agent,
    get deaths() {
      return processes.flatMap(({ deaths }) => deaths);
    },
    async start(more) {
      const stopped = processes.filter(({ isRunning }) => !isRunning);
      if (stopped.length === 0) throw new Error('it runs already');
      const starts = await Promise.all(stopped.map((each) => each.start(more)));
      return starts.find((start) => start !== 'ready') ?? 'ready';
    },
    async kill(signal) {
      await Promise.all(others.map((other) => other.kill(signal)));
      return agent.kill(signal);
    },
    output: () => processes.map(({ url, output }) => `${url}:\n${output().slice(-4_000)}`).join('\n'),
  };
}
