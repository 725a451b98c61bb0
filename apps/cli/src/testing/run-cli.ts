import { type ChildProcess, execFile } from 'node:child_process';
import { join } from 'node:path';

const binary = join(import.meta.dirname, '../../bin/intexuraos.mjs');

export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The real binary in a process of its own, with nobody at the terminal; `started` gets the process. */
export const runCli = (
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  started: (child: ChildProcess) => void = () => undefined,
): Promise<Ran> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--conditions=source', binary, ...args],
      { env },
      (error, stdout, stderr) =>
        resolve({ exitCode: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1, stdout, stderr }),
    );
    child.stdin?.end();
    started(child);
  });
