import type { ChildProcess } from 'node:child_process';
import { spawnService } from '@intexuraos/testing';
import { until } from './until.ts';

export type Variables = Readonly<Record<string, string>>;

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** One of our programs on one port, as a process of the operating system. It may die and be started again any time. */
export interface Process {
  readonly url: string;
  readonly isRunning: boolean;
  /** When it ended, each time, Unix milliseconds. */
  readonly deaths: readonly number[];
  /** Resolves when it answers, or to how it ended instead. */
  start(more?: Variables): Promise<'ready' | Exit>;
  /** How the present run ends. */
  exited(): Promise<Exit>;
  /** `kill -9` unless another signal is named; resolves when it is gone. */
  kill(signal?: NodeJS.Signals): Promise<Exit>;
  /** The last of what it printed. */
  output(): string;
}

interface ProcessOptions {
  /** Its folder in `apps/`. */
  readonly app: string;
  readonly url: string;
  readonly variables: Variables;
  /** What must be true beside an answer to `/readyz`. */
  readonly isSetUp?: () => boolean;
}

const keptChars = 64_000;

/** Short times, so that what a crash left behind is taken up at once. */
const surroundings: Variables = {
  LOG_LEVEL: 'warn',
  INTEXURAOS_LEASE_MS: '300',
  INTEXURAOS_SWEEP_MS: '300',
  INTEXURAOS_RETRY_BASE_MS: '50',
};

export function createProcess({ app, url, variables, isSetUp = () => true }: ProcessOptions): Process {
  const { port } = new URL(url);
  const deaths: number[] = [];
  let child: ChildProcess | null = null;
  let exit: Promise<Exit> = Promise.resolve({ code: null, signal: null });
  let printed = '';

  function spawned(more: Variables): ChildProcess {
    const settings = { ...surroundings, PORT: port, ...variables, ...more };
    const started = spawnService(app, settings, ['ignore', 'pipe', 'pipe']);
    for (const stream of [started.stdout, started.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        printed = `${printed}${chunk.toString('utf8')}`.slice(-keptChars);
      });
    }
    return started;
  }

  const answers = async () => (isSetUp() && (await isReady(url))) || null;

  return {
    url,
    deaths,
    get isRunning() {
      return child !== null;
    },
    async start(more = {}) {
      if (child !== null) throw new Error(`${app} runs already`);
      const started = spawned(more);
      child = started;
      exit = new Promise((resolve) => {
        started.once('close', (code, signal) => {
          deaths.push(Date.now());
          child = null;
          resolve({ code, signal });
        });
      });
      return until(`${app} at ${url} to answer`, async () => (child === started ? (await answers()) && 'ready' : exit));
    },
    exited: () => exit,
    async kill(signal = 'SIGKILL') {
      child?.kill(signal);
      return exit;
    },
    output: () => printed,
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}
