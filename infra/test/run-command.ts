import { type ChildProcess, spawn } from 'node:child_process';
import { root } from '../tree/root.ts';

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** After this the command is killed; `code` is then 124, as `timeout` has it. Five minutes unless said. */
  readonly timeoutMs?: number;
}

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  /** Standard output and standard error, as they came. */
  readonly output: string;
}

const running = new Set<ChildProcess>();

/** Ends the commands that run; for when this process has to end. */
export function stopCommands(): void {
  for (const child of running) child.kill('SIGTERM');
}

/** Runs one of the project's tools to its end. Rejects only when it cannot be started. */
export function runCommand(command: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const [program = '', ...programArguments] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, programArguments, {
      cwd: options.cwd ?? root,
      env: { ...process.env, NO_COLOR: '1', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeoutMs ?? 5 * 60_000,
      killSignal: 'SIGKILL',
    });
    running.add(child);
    let stdout = '';
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 124, stdout, output });
    });
  });
}
