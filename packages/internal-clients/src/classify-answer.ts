import { type Exchange, readRetryAfter } from '@intexuraos/http-exchange';
import { z } from 'zod';
import { type CallOutcome, connectionCodes, type Effect, type FailedCall } from './call-outcome.ts';

/** Any neighbour's refusal: wider than our own codes, because a neighbour may be somebody else's service. */
const Refusal = z.object({
  error: z.object({ code: z.string().min(1).max(64), message: z.string(), details: z.unknown().optional() }),
});
type Refusal = z.infer<typeof Refusal>['error'];

interface Judgement {
  readonly effect: Effect;
  readonly retryable: boolean;
}

/** What a status says about the effect, when the body is a readable refusal. The first row that fits counts. */
const refused: readonly (Judgement & { readonly statuses: (status: number) => boolean })[] = [
  { statuses: (status) => [408, 425, 429, 503].includes(status), effect: 'no_effect', retryable: true },
  { statuses: (status) => status >= 400 && status < 500, effect: 'no_effect', retryable: false },
  { statuses: (status) => status >= 500, effect: 'unknown', retryable: true },
];

/** The same when the body says nothing: then something between us and the neighbour may have answered. */
const unreadable: typeof refused = [
  { statuses: (status) => [408, 425, 429].includes(status), effect: 'no_effect', retryable: true },
  { statuses: (status) => status >= 500, effect: 'unknown', retryable: true },
  { statuses: () => true, effect: 'unknown', retryable: false },
];

const noResponse = {
  timeout: [connectionCodes.timeout, 'did not answer in time'],
  aborted: [connectionCodes.aborted, 'was called, but the caller went away'],
  connection: [connectionCodes.cut, 'broke off the connection'],
} as const;

const messageCharsMax = 1_000;

/**
 * What an exchange with a neighbour means: the one place that decides whether something may have happened on the
 * other side and whether the same call may be made again. Pure; `now` (Unix milliseconds) is for `Retry-After` dates.
 */
export function classifyAnswer<T>(
  exchange: Exchange,
  data: z.ZodType<T>,
  { neighbour, now }: { readonly neighbour: string; readonly now: number },
): CallOutcome<T> {
  if (exchange.kind === 'no_response') return unanswered(exchange, neighbour);
  const json = parseJson(exchange);
  const success = isSuccess(exchange.status) ? readSuccess(json, data) : null;
  if (success) return { kind: 'answered', data: success.data };
  const retryAfterMs = readRetryAfter(exchange.retryAfter, now);
  const refusal = exchange.status >= 400 ? readRefusal(json) : null;
  const judgement = judge(refusal ? refused : unreadable, exchange.status);
  return {
    kind: 'failed',
    code: refusal?.code ?? connectionCodes.badAnswer,
    message: (refusal?.message ?? `${neighbour} gave an answer that makes no sense`).slice(0, messageCharsMax),
    ...judgement,
    ...(judgement.retryable && retryAfterMs !== null && { retryAfterMs }),
    ...(refusal?.details !== undefined && { details: refusal.details }),
  };
}

function unanswered({ reason, sent }: Extract<Exchange, { kind: 'no_response' }>, neighbour: string): FailedCall {
  const [code, words] =
    sent || reason === 'aborted' ? noResponse[reason] : [connectionCodes.unreachable, 'is not there'];
  return {
    kind: 'failed',
    code,
    message: `${neighbour} ${words}`,
    effect: sent ? 'unknown' : 'no_effect',
    retryable: true,
  };
}

const isSuccess = (status: number) => status >= 200 && status < 300;

function judge(rules: typeof refused, status: number): Judgement {
  const rule = rules.find(({ statuses }) => statuses(status));
  return { effect: rule?.effect ?? 'unknown', retryable: rule?.retryable ?? false };
}

function parseJson({ contentType, body }: Extract<Exchange, { kind: 'response' }>): unknown {
  if (body === null || !/^application\/(?:[\w.-]+\+)?json\b/i.test(contentType)) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function readSuccess<T>(json: unknown, data: z.ZodType<T>): { readonly data: T } | null {
  if (typeof json !== 'object' || json === null || !('success' in json) || json.success !== true) return null;
  const parsed = data.safeParse('data' in json ? json.data : undefined);
  return parsed.success ? { data: parsed.data } : null;
}

function readRefusal(json: unknown): Refusal | null {
  const parsed = Refusal.safeParse(json);
  return parsed.success ? parsed.data.error : null;
}
