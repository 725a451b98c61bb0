import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { projectNode } from './project-node.mjs';
import { root } from './root.mjs';
import { runProgram } from './run-program.mjs';
import { SetupError } from './setup-error.mjs';

/** Resolves to the exit code. */
export async function main([verb, ...programArguments]) {
  try {
    if (verb === 'node') return await printNode();
    const program = join(root, 'infra', verb ?? '', 'main.ts');
    if (!verb || !existsSync(program))
      throw new SetupError(`Say what to do: node infra/run.mjs ${verbs().join(' | ')}`);
    await ensureInstalled();
    return await runProgram(projectNode(), ['--conditions=source', program, ...programArguments], environment());
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

/** Alone on standard output, so that a shell can put it in a variable: everything else is said on standard error. */
async function printNode() {
  await ensureInstalled();
  process.stdout.write(`${projectNode()}\n`);
  return 0;
}

function verbs() {
  const folders = readdirSync(join(root, 'infra')).filter((name) => existsSync(join(root, 'infra', name, 'main.ts')));
  return ['node', ...folders];
}

/** The project's own Node and tools come first, for whatever the program starts in its turn. */
function environment() {
  const path = [join(projectNode(), '..'), join(root, 'node_modules', '.bin'), process.env.PATH];
  return { ...process.env, PATH: path.join(delimiter) };
}
