import { jestCommand } from '../test/jest-command.ts';
import { type CommandResult, runCommand } from '../test/run-command.ts';
import type { SoakOptions } from './options.ts';
import type { Piece } from './pieces.ts';

/** Runs a piece to its end and tells what it did, in the figures that its tests print. Resolves to whether all held. */
export async function runPiece(piece: Piece, options: SoakOptions, print: (text: string) => void): Promise<boolean> {
  const minutesMax = Math.ceil(piece.minutesMax(options));
  print(`\n${piece.name}: ${piece.title} (at most ${minutesMax} minutes)`);
  const startedAt = performance.now();
  const runs = piece.settings(options).map((env) => {
    const command = [...jestCommand, '--runInBand', '--silent', '--runTestsByPath', ...piece.tests];
    return runCommand(command, {
      env: { METADATA_SERVER_DETECTION: 'none', ...env },
      timeoutMs: minutesMax * 60_000,
    });
  });
  const results = await Promise.all(runs);
  for (const result of results) print(figuresOf(result));
  const held = results.every(({ code }) => code === 0);
  print(`  ${held ? 'held' : 'BROKEN'} after ${((performance.now() - startedAt) / 60_000).toFixed(1)} minutes`);
  return held;
}

/** Jest reports on standard error, tests print their figures on standard output. Of a failure everything is told. */
const figuresOf = ({ code, stdout, output }: CommandResult): string =>
  (code === 0 ? stdout : output)
    .trim()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
