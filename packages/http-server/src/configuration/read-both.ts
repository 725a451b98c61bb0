import { ConfigError } from './config-error.ts';

/** Both readers run before either's problems are reported, so that one look names them all. Throws one ConfigError. */
export function readBoth<A, B>(first: () => A, second: () => B): readonly [A, B] {
  const [one, other] = [attempt(first), attempt(second)];
  if ('value' in one && 'value' in other) return [one.value, other.value];
  const problems = [one, other].flatMap((read) => ('problems' in read ? read.problems : []));
  throw new ConfigError([...new Set(problems)]);
}

type Attempt<T> = { readonly value: T } | { readonly problems: readonly string[] };

function attempt<T>(read: () => T): Attempt<T> {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof ConfigError) return { problems: error.problems };
    throw error;
  }
}
