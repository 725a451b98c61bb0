import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const binary = join(import.meta.dirname, '../../bin/intexuraos.mjs');

/** `script` of util-linux gives a program a terminal of its own; every Debian has it. */
export const hasTerminals =
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false;

export const keys = { enter: '\r', ctrlC: '\u0003', ctrlD: '\u0004' } as const;

/** The real binary at a terminal, and somebody before it. */
export interface Terminal {
  /** Resolves when this stands on the screen. Throws with what stands there when it does not come. */
  sees(text: string): Promise<void>;
  type(text: string): void;
  /** All that stood on the screen, once the program has ended, and how it ended. */
  ends(): Promise<{ readonly exitCode: number | null; readonly screen: string }>;
}

const patienceMs = 20_000;
const quoted = (word: string) => `'${word.replaceAll("'", String.raw`'\''`)}'`;

export function openTerminal(args: readonly string[], env: Readonly<Record<string, string>>): Terminal {
  // Without `exec` a shell stands between, which Ctrl-C ends too.
  const command = `exec ${[process.execPath, '--conditions=source', binary, ...args].map(quoted).join(' ')}`;
  const child = spawn('script', ['--quiet', '--return', '--flush', '--command', command, '/dev/null'], {
    env: { ...env, SHELL: '/bin/sh', TERM: 'xterm' },
  });
  let screen = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (screen += chunk.toString('utf8')));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));

  async function within<T>(what: string, work: Promise<T>): Promise<T> {
    const stop = new AbortController();
    const late = setTimeout(patienceMs, undefined, { signal: stop.signal }).then(() => {
      child.kill('SIGKILL');
      throw new Error(`${what} did not come; on the screen stood:\n${screen}`);
    });
    return Promise.race([work, late]).finally(() => {
      late.catch(() => undefined);
      stop.abort();
    });
  }

  async function untilSeen(text: string): Promise<void> {
    while (!screen.includes(text)) await setTimeout(20);
  }

  return {
    sees: (text) => within(`"${text}"`, untilSeen(text)),
    type: (text) => void child.stdin.write(text),
    ends: async () => ({ exitCode: await within('the end', ended), screen: screen.replaceAll('\r\n', '\n') }),
  };
}
