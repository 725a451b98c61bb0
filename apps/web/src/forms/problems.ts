import * as z from 'zod/mini';
import { isApiError } from '../api/api-error.ts';

/** What the API found wrong, and where. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

export interface PlacedProblems {
  /** By the field that they are said beside. */
  readonly beside: Record<string, string>;
  /** What no field is to blame for. */
  readonly others: readonly string[];
}

const Details = z.array(z.object({ path: z.string(), message: z.string() }));

/** Nothing where the API refused for another reason than what was typed. */
export function problemsOf(error: unknown): readonly Problem[] {
  if (!isApiError(error, 'VALIDATION_FAILED')) return [];
  const details = Details.safeParse(error.details);
  return details.success ? details.data : [];
}

const sentence = (words: string) =>
  `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? '' : '.'}`;

const isWithin = (path: string, field: string) => path === field || path.startsWith(`${field}.`);

/** Each problem goes to the field that it is about, also where it is about a part of it: `tags.0` to `tags`. */
export function placed(problems: readonly Problem[], fields: readonly string[]): PlacedProblems {
  const beside: Record<string, string> = {};
  const others: string[] = [];
  for (const { path, message } of problems) {
    const field = fields.find((name) => isWithin(path, name));
    if (field === undefined) others.push(path === '' ? sentence(message) : `${path}: ${message}`);
    else beside[field] ??= sentence(message);
  }
  return { beside, others };
}
