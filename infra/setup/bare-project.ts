import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const infra = join(import.meta.dirname, '..');

/** The tools of the pretended machine: `corepack` and `npx` as shell scripts, each of which may fail in its own way. */
export interface Machine {
  readonly corepack: string;
  readonly npx?: string;
}

/** A package manager that takes a while and counts its installations in `installs`. */
export const installing =
  'case "$*" in *--version*) echo 10;; *) sleep 0.5; mkdir -p node_modules; echo "$*" >> installs;; esac';

/** A copy of the set-up in a project of its own, on a machine where nothing is installed. */
export function createBareProject(machine: Machine) {
  const folder = mkdtempSync(join(tmpdir(), 'bare-project-'));
  cpSync(join(infra, 'run.mjs'), join(folder, 'infra/run.mjs'), { recursive: true });
  cpSync(join(infra, 'setup'), join(folder, 'infra/setup'), { recursive: true });
  const file = (name: string, text: string) => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  file(
    'package.json',
    '{ "type": "module", "packageManager": "pnpm@10.0.0+sha512.00", "engines": { "node": ">=24" } }',
  );
  file('pnpm-lock.yaml', '');
  file('pnpm-workspace.yaml', '');
  for (const [name, script] of Object.entries({ npx: 'exit 1', ...machine })) {
    file(`bin/${name}`, `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, 'bin', name), 0o755);
  }
  return {
    file,
    folder,
    start: (...runArguments: readonly string[]) => startRun(folder, runArguments),
    run: (...runArguments: readonly string[]) => startRun(folder, runArguments).ended,
    installations: () => readFileSync(join(folder, 'installs'), 'utf8').trim().split('\n'),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function startRun(folder: string, runArguments: readonly string[]) {
  const env = { ...process.env, PATH: [join(folder, 'bin'), process.env['PATH']].join(delimiter) };
  const child = spawn(process.execPath, ['infra/run.mjs', ...runArguments], { cwd: folder, env });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { child, ended };
}
