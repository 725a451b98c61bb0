import { spawn } from 'node:child_process';
import { manifest, root } from './root.mjs';
import { SetupError } from './setup-error.mjs';

/** How to call the pnpm that package.json pins: through corepack, or through npx where corepack is absent or fails. */
export async function pickPnpm() {
  const version = /^pnpm@([^+]+)/.exec(manifest.packageManager)[1];
  const refusals = [];
  for (const command of [
    ['corepack', 'pnpm'],
    ['npx', '-y', `pnpm@${version}`],
  ]) {
    const { code, output } = await runQuietly([...command, '--version']);
    if (code === 0) return command;
    refusals.push(`$ ${command.join(' ')} --version\n${output.trim()}`);
  }
  throw new SetupError(`${refusals.join('\n')}\n\npnpm ${version} cannot be fetched. Is this machine offline?`);
}

/** Resolves to the exit code and all that was printed; a command that does not exist is code 127. */
export function runQuietly([command, ...commandArguments]) {
  return new Promise((resolve) => {
    const env = { ...process.env, COREPACK_ENABLE_DOWNLOAD_PROMPT: '0' };
    const child = spawn(command, commandArguments, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}
