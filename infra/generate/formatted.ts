import { execFileSync } from 'node:child_process';
import { root } from '../tree/root.ts';

/** The text as the project's formatter has it, so that generated files pass the same check as written ones. */
export function formatted(extension: string, text: string): string {
  const settings = ['format', `--stdin-file-path=generated.${extension}`];
  return execFileSync('biome', settings, { cwd: root, input: text, encoding: 'utf8' });
}
