import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { SetupError } from './setup-error.mjs';

/** Runs a program in the foreground; resolves to its exit code, or to 128 + the signal that ended it, as a shell does. */
export function runProgram(command, programArguments, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, programArguments, { stdio: 'inherit', env });
    child.once('error', (cause) => reject(new SetupError(`${command} does not start: ${cause.message}`)));
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
    // A terminal sends Ctrl-C to both processes, so it is only outlived here; the other signals reach just this one.
    process.on('SIGINT', () => undefined);
    for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  });
}
