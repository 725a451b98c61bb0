import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('./write-until-killed.ts', import.meta.url));

export interface WriterProcess {
  /** The ids whose commits were acknowledged so far. */
  readonly acknowledged: readonly string[];
  /** Resolves when at least so many were. */
  reached(count: number): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** Resolves when it has ended, with its exit code (null when killed) and what it said on stderr. */
  readonly ended: Promise<{ readonly code: number | null; readonly errors: string }>;
}

export function startWriter(path: string, prefix: string): WriterProcess {
  const child = spawn(process.execPath, ['--conditions=source', script, path, prefix]);
  const acknowledged: string[] = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    acknowledged.push(...lines);
  });
  return {
    acknowledged,
    async reached(count) {
      while (acknowledged.length < count) await once(child.stdout, 'data');
    },
    signal: (name) => void child.kill(name),
    ended: untilEnd(child),
  };
}

async function untilEnd(child: ChildProcess): Promise<{ readonly code: number | null; readonly errors: string }> {
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  await once(child, 'close');
  return { code: child.exitCode, errors };
}
