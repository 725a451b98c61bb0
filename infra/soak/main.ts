/** `npm run soak`: the fault tests in their full sizes. What the flags mean is in docs/operations/soak.md. */
import { startEmulators } from '../test/emulators.ts';
import { stopCommands } from '../test/run-command.ts';
import { readOptions } from './options.ts';
import { pieces } from './pieces.ts';
import { runPiece } from './run-piece.ts';

const print = (text: string) => process.stdout.write(`${text}\n`);

process.once('SIGTERM', () => {
  stopCommands();
  process.exit(143);
});

const options = readOptions(process.argv.slice(2));
const unknown = options.only.filter((name) => !pieces.some((piece) => piece.name === name));
if (unknown.length > 0)
  throw new Error(`no piece is called ${unknown.join(', ')}: there are ${pieces.map(({ name }) => name).join(', ')}`);

const emulators = await startEmulators();
if (emulators.details !== '') print(emulators.details);
const chosen = pieces.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
const broken: string[] = [];
for (const piece of chosen) if (!(await runPiece(piece, options, print))) broken.push(piece.name);
const failed = broken.length > 0 || emulators.failed > 0;
print(
  `\nSOAK ${failed ? 'FAILED' : 'HELD'}: ${chosen.length - broken.length} of ${chosen.length} pieces held` +
    `${broken.length > 0 ? `, broken: ${broken.join(', ')}` : ''}`,
);
process.exit(failed ? 1 : 0);
