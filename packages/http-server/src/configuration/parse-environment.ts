import type { z } from 'zod';
import { ConfigError } from './config-error.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that is set to nothing counts as not set: that is what an empty line in a template leaves behind. */
const set = (env: Environment) => Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));

/** The environment where it is set, else the defaults. */
export const withDefaults = (defaults: Environment, env: Environment): Environment => ({ ...defaults, ...set(env) });

/** The environment, parsed once. Throws ConfigError naming every variable that is missing or malformed; never a value. */
export function parseEnvironment<S extends z.ZodType>(schema: S, env: Environment): z.output<S> {
  const given = set(env);
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new ConfigError(
    result.error.issues.map(({ path, message }) => {
      const name = path.map(String).join('.');
      return given[name] === undefined && name !== '' ? `${name} is missing` : `${name}: ${message}`;
    }),
  );
}
