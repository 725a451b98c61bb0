import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { createApi } from './api.ts';
import { type ExitCode, exitCodes, usageError } from './cli-error.ts';
import type { CliCommand, Session } from './commands/define.ts';
import { cliCommands } from './commands/index.ts';
import { connectionOf } from './config.ts';
import { help } from './help.ts';

const common = {
  json: { type: 'boolean' },
  url: { type: 'string' },
  'data-dir': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Does what the command line says. Throws a CliError for what cannot be done. */
export async function run(given: readonly string[]): Promise<ExitCode> {
  const [first, second, ...rest] = given;
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') return printHelp();
  const command = cliCommands.find(({ words }) => words[0] === first && words[1] === second);
  if (command === undefined) throw usageError(`There is no "${[first, second].filter(Boolean).join(' ')}"`);
  const { values, positionals } = parsed(command, rest);
  if (values['help'] === true) return printHelp();
  const { length } = positionals;
  if (length < command.namesMin || length > command.namesMax)
    throw usageError(`Expected: ${[...command.words, command.takes].join(' ')}`);
  return command.run(sessionOf(values, positionals));
}

function printHelp(): ExitCode {
  console.log(help);
  return exitCodes.done;
}

type Values = Session['options'];

function parsed({ options }: CliCommand, args: string[]): { values: Values; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args, options: { ...options, ...common }, allowPositionals: true });
    return {
      values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, single(value)])),
      positionals,
    };
  } catch (error) {
    throw usageError(error instanceof Error ? error.message : String(error));
  }
}

/** No option of ours is a list. */
const single = (value: unknown) => (typeof value === 'string' || typeof value === 'boolean' ? value : undefined);

const textIn = (value: string | boolean | undefined) => (typeof value === 'string' ? value : undefined);

function sessionOf(options: Values, names: readonly string[]): Session {
  const url = textIn(options['url']);
  const dataDir = textIn(options['data-dir']);
  return {
    api: createApi(connectionOf({ ...(url && { url }), ...(dataDir && { 'data-dir': dataDir }) })),
    names,
    options,
    print: (value, text) => console.log(options['json'] === true ? JSON.stringify(value) : text),
    tell: (text) => console.error(text),
    confirm,
  };
}

/** Asks on the terminal, beside what a program would read. */
async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw usageError('Nobody can be asked here; say --yes to do it');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } catch (error) {
    if (!isInterrupted(error)) throw error;
    console.error('');
    return false;
  } finally {
    terminal.close();
  }
}

/** Ctrl-C or Ctrl-D in place of an answer. */
const isInterrupted = (error: unknown) => error instanceof Error && error.name === 'AbortError';
