import { ConfigError } from './config-error.ts';

type Readers<T extends readonly unknown[]> = { readonly [K in keyof T]: () => T[K] };

/** All readers run before any's problems are reported, so that one look names them all. Throws one ConfigError. */
export function readAll<const T extends readonly unknown[]>(...readers: Readers<T>): T;
export function readAll(...readers: readonly (() => unknown)[]): readonly unknown[] {
  const reads = readers.map(attempt);
  const problems = reads.flatMap((read) => ('problems' in read ? read.problems : []));
  if (problems.length > 0) throw new ConfigError([...new Set(problems)]);
  return reads.map((read) => ('value' in read ? read.value : undefined));
}

type Attempt = { readonly value: unknown } | { readonly problems: readonly string[] };

function attempt(read: () => unknown): Attempt {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof ConfigError) return { problems: error.problems };
    throw error;
  }
}
