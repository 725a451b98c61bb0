import type { ParseArgsConfig } from 'node:util';
import type { Api } from '../api.ts';
import type { ExitCode } from '../cli-error.ts';

/** What a command works with. */
export interface Session {
  readonly api: Api;
  /** What the person named: ids, codes, words. */
  readonly names: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** `value` where a program reads, `text` where a person does. */
  print(value: unknown, text: string): void;
  /** For the person, beside what a program reads. */
  tell(text: string): void;
  /** Whether the person says yes. Throws a CliError where nobody can be asked. */
  confirm(question: string): Promise<boolean>;
}

export interface CliCommand {
  readonly words: readonly [string, string];
  /** What is named after the words. */
  readonly takes: string;
  readonly namesMin: number;
  readonly namesMax: number;
  readonly summary: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  run(session: Session): Promise<ExitCode>;
}
