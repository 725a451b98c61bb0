import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './until.ts';

export type Variables = Readonly<Record<string, string>>;

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The real process on one data folder and one port. It may die and be started again as often as one likes. */
export interface Machine {
  readonly url: string;
  readonly dataDir: string;
  readonly isRunning: boolean;
  /** When its processes ended, Unix milliseconds. */
  readonly deaths: readonly number[];
  /** Resolves when it answers, or to how it ended instead. */
  start(more?: Variables): Promise<'ready' | Exit>;
  /** How the present process ends. */
  exited(): Promise<Exit>;
  /** `kill -9` unless another signal is named; resolves when the process is gone. */
  kill(signal?: NodeJS.Signals): Promise<Exit>;
  /** The last of what it printed. */
  output(): string;
}

interface MachineOptions {
  readonly dataDir: string;
  readonly port: number;
  readonly variables: Variables;
}

const source = join(import.meta.dirname, '../../..');
const main = join(source, 'main.ts');
const compileCache = join(source, '../../../node_modules/.cache/node');
const keptChars = 64_000;

/** Short times, so that what a crash left behind is taken up at once. */
const surroundings: Variables = {
  PATH: process.env['PATH'] ?? '',
  NODE_COMPILE_CACHE: compileCache,
  METADATA_SERVER_DETECTION: 'none',
  LOG_LEVEL: 'warn',
  INTEXURAOS_LEASE_MS: '300',
  INTEXURAOS_SWEEP_MS: '300',
  INTEXURAOS_RETRY_BASE_MS: '50',
};

export function createMachine({ dataDir, port, variables }: MachineOptions): Machine {
  const url = `http://127.0.0.1:${port}`;
  const own = { PORT: String(port), INTEXURAOS_DATA_DIR: dataDir };
  const deaths: number[] = [];
  let child: ChildProcess | null = null;
  let exit: Promise<Exit> = Promise.resolve({ code: null, signal: null });
  let printed = '';

  function spawned(more: Variables): ChildProcess {
    const env = { ...surroundings, ...own, ...variables, ...more };
    const started = spawn(process.execPath, ['--conditions=source', main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [started.stdout, started.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        printed = `${printed}${chunk.toString('utf8')}`.slice(-keptChars);
      });
    }
    return started;
  }

  const answers = async () => (existsSync(join(dataDir, 'local.json')) && (await isReady(url))) || null;

  return {
    url,
    dataDir,
    deaths,
    get isRunning() {
      return child !== null;
    },
    async start(more = {}) {
      if (child !== null) throw new Error('it runs already');
      const started = spawned(more);
      child = started;
      exit = new Promise((resolve) => {
        started.once('close', (code, signal) => {
          deaths.push(Date.now());
          child = null;
          resolve({ code, signal });
        });
      });
      return until(`${url} to answer`, async () => (child === started ? (await answers()) && 'ready' : exit));
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
