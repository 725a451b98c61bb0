import type { Answer } from './language-model.ts';

type Failure = Exclude<Answer<never>, { readonly outcome: 'answered' }>;

/** The HTTP status that the library's errors carry. */
function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  return typeof error.status === 'number' ? error.status : undefined;
}

const outcomeOfStatus = new Map<number, 'unauthorized' | 'rate_limited'>([
  [401, 'unauthorized'],
  [403, 'unauthorized'],
  [429, 'rate_limited'],
]);

const messages = {
  unauthorized: 'The language model does not take the key.',
  rate_limited: 'The language model takes no more questions for now.',
  unavailable: 'The language model cannot be reached or cannot answer.',
} as const;

/** What went wrong, in our own words: a server may repeat the key in its own. */
export function failureOf(error: unknown, deadline: AbortSignal): Failure {
  if (deadline.aborted) return { outcome: 'timeout', message: 'The language model did not answer in time.' };
  const status = statusOf(error);
  const outcome = outcomeOfStatus.get(status ?? 0) ?? 'unavailable';
  return { outcome, message: messages[outcome], ...(status === undefined ? {} : { status }) };
}

/** A server that does not know `response_format` says so with 400 or 422. */
export function isRefusedFormat(error: unknown): boolean {
  const status = statusOf(error);
  return (
    (status === 400 || status === 422) && error instanceof Error && /response_format|json_schema/.test(error.message)
  );
}
