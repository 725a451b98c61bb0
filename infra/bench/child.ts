import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../tree/root.ts';

export interface Child {
  readonly pid: number;
  /** Resolves to its exit code; null when a signal ended it. */
  readonly exited: Promise<number | null>;
  /** Ends it as an operator does, and by force after ten seconds. */
  stop(): Promise<void>;
}

export type Variables = Readonly<Record<string, string>>;

/** As `npm start` has it: no start compiles what the one before has compiled, and all threads share one heap of malloc. */
const asStarted = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'), MALLOC_ARENA_MAX: '1' };
const stopMs = 10_000;

/** The environment of everything that is started here: nothing of the caller's own but where programs are. */
const surroundings = (): Variables => ({ PATH: process.env['PATH'] ?? '', METADATA_SERVER_DETECTION: 'none' });

/** Starts a program of this repository from source. */
export const startProgram = (program: string, variables: Variables, programArguments: readonly string[] = []): Child =>
  startNode(['--conditions=source', join(root, program), ...programArguments], variables);

/** Starts Node in a process of its own, in the top folder; what it prints on standard error is shown. */
export function startNode(nodeArguments: readonly string[], variables: Variables): Child {
  const child = spawn(process.execPath, nodeArguments, {
    cwd: root,
    env: { ...surroundings(), ...asStarted, ...variables },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${nodeArguments.join(' ')} does not start`);
  // Whatever ends this process must not leave the child behind.
  const abandon = () => void child.kill();
  process.once('exit', abandon);
  child.once('exit', () => process.off('exit', abandon));
  const exited = new Promise<number | null>((resolve) => void child.once('exit', resolve));
  return { pid, exited, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const late = new AbortController();
  const force = sleep(stopMs, undefined, { signal: late.signal }).then(
    () => child.kill('SIGKILL'),
    () => false,
  );
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
  late.abort();
  await force;
}

/** Looks again and again until there is an answer. Rejects with the last failure after two minutes. */
export async function until<T>(what: string, look: () => Promise<T>, everyMs = 20): Promise<T> {
  const deadline = performance.now() + 120_000;
  for (;;) {
    try {
      return await look();
    } catch (cause) {
      if (performance.now() > deadline) throw new Error(`waited in vain for ${what}`, { cause });
      await sleep(everyMs);
    }
  }
}
