import { inWords } from '@intexuraos/contracts';
import { AppError } from '@intexuraos/kernel';
import { z } from 'zod';
import { pathParameters } from '../routes/path.ts';

export interface Problem {
  readonly path: string;
  readonly message: string;
}

const problemsMax = 20;
const nameCharsMax = 64;

const joined = (path: readonly PropertyKey[]) => path.map((part) => String(part).slice(0, nameCharsMax)).join('.');

const problemsOf = (issue: z.core.$ZodIssue): Problem[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ path: joined([...issue.path, key]), message: 'unknown field' }))
    : [{ path: joined(issue.path), message: issue.message }];

export const refusal = (problems: readonly Problem[]): AppError =>
  new AppError('VALIDATION_FAILED', 'The request is not valid', { details: problems.slice(0, problemsMax) });

/** The parsed value, or VALIDATION_FAILED with `details: [{path, message}]`. The schema must be synchronous. */
export function validate<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value, { error: inWords });
  if (result.success) return result.data;
  throw refusal(result.error.issues.flatMap(problemsOf));
}

/** An object schema that says nothing about unknown fields refuses them: an ignored `userId` would be a trap. */
export function strictly<S extends z.ZodType>(schema: S): S {
  if (!(schema instanceof z.ZodObject) || schema.def.catchall !== undefined) return schema;
  return schema.clone({ ...schema.def, catchall: z.never() });
}

/** Fixed segments and whole-segment parameters; Express knows more, but a path that needs it is hard to read. */
const plainPath = /^(\/(:\w+|[\w.@-]+))+$/;

/** Throws at start for a path that is not plain, or names a parameter that the input lacks: it would answer 422 for ever. */
export function checkPath(path: string, input: z.ZodType): void {
  if (!plainPath.test(path)) throw new Error(`${path}: expected segments of letters, digits, "_.@-", or :parameters`);
  if (!(input instanceof z.ZodObject)) return;
  const missing = pathParameters(path).filter((name) => !(name in input.shape));
  if (missing.length > 0) throw new Error(`${path}: the input schema lacks ${missing.join(', ')}`);
}
