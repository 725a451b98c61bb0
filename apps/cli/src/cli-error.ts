/** What the shell is told. */
export const exitCodes = {
  done: 0,
  /** It could not be reached, it broke, or what was approved failed. */
  failed: 1,
  /** The command line is wrong, or something is missing that only a person can give. */
  usage: 2,
  notSignedIn: 3,
  notFound: 4,
  /** It is not in a state for that any more, or has changed since it was looked at. */
  conflict: 5,
  /** Approved, and it has not ended: it goes on by itself. */
  underWay: 6,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends the program with a sentence for the person and a code for the shell. */
export class CliError extends Error {
  readonly exitCode: ExitCode;
  constructor(exitCode: ExitCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'CliError';
    this.exitCode = exitCode;
  }
}

export const usageError = (message: string) => new CliError(exitCodes.usage, `${message}\nTry: intexuraos help`);
