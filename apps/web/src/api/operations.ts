import * as z from 'zod/mini';
import type { Caller } from './caller.ts';

const DeadLetter = z.object({
  id: z.string(),
  subscription: z.string(),
  event: z.string(),
  reason: z.string(),
  sample: z.string(),
  at: z.string(),
  canRedrive: z.boolean(),
  redrive: z.nullable(z.object({ by: z.string(), startedAt: z.string(), doneAt: z.nullable(z.string()) })),
});
export type DeadLetter = z.infer<typeof DeadLetter>;

const Stuck = z.object({
  actionId: z.string(),
  userId: z.string(),
  type: z.string(),
  status: z.string(),
  reason: z.string(),
  since: z.string(),
  attempts: z.number(),
  failureCode: z.nullable(z.string()),
  untold: z.array(z.string()),
});
export type Stuck = z.infer<typeof Stuck>;

const Undelivered = z.object({
  messageKey: z.string(),
  kind: z.string(),
  actionId: z.nullable(z.string()),
  userId: z.string(),
  errorCode: z.nullable(z.string()),
  attempts: z.number(),
  createdAt: z.string(),
});
export type Undelivered = z.infer<typeof Undelivered>;

const Latency = z.object({ count: z.number(), p50Ms: z.nullable(z.number()), p95Ms: z.nullable(z.number()) });
export type Latency = z.infer<typeof Latency>;

const counts = {
  created: z.number(),
  approved: z.number(),
  rejected: z.number(),
  completed: z.number(),
  failed: z.number(),
  timeToApprove: Latency,
  timeToRun: Latency,
};
const Hour = z.object({ hour: z.string(), ...counts });
export type Hour = z.infer<typeof Hour>;

const Figures = z.object({ hours: z.array(Hour), total: z.object(counts), isWhole: z.boolean() });
export type Figures = z.infer<typeof Figures>;

/** A part of a long list. */
export interface Page<Entry> {
  readonly entries: readonly Entry[];
  readonly nextCursor: string | null;
}

const nextCursor = z.nullable(z.string());
const pageAt = (list: string, cursor: string | null) =>
  `/operations/${list}${cursor === null ? '' : `?${new URLSearchParams({ cursor })}`}`;

/** What operators see and do. Whoever is none is refused (FORBIDDEN). */
export function createOperationsApi(call: Caller) {
  const letterAt = (id: string) => `/operations/dead-letters/${encodeURIComponent(id)}`;
  return {
    async deadLetters(cursor: string | null, signal: AbortSignal): Promise<Page<DeadLetter>> {
      const answer = z.object({ deadLetters: z.array(DeadLetter), nextCursor });
      const page = await call('GET', pageAt('dead-letters', cursor), { answer, signal });
      return { entries: page.deadLetters, nextCursor: page.nextCursor };
    },
    redrive: (id: string) => call('POST', `${letterAt(id)}/redrive`, { answer: z.object({}) }),
    dismiss: (id: string) => call('DELETE', letterAt(id), { answer: z.object({}) }),
    async stuck(cursor: string | null, signal: AbortSignal): Promise<Page<Stuck>> {
      const answer = z.object({ stuck: z.array(Stuck), nextCursor });
      const page = await call('GET', pageAt('stuck', cursor), { answer, signal });
      return { entries: page.stuck, nextCursor: page.nextCursor };
    },
    async undelivered(cursor: string | null, signal: AbortSignal): Promise<Page<Undelivered>> {
      const answer = z.object({ undelivered: z.array(Undelivered), nextCursor });
      const page = await call('GET', pageAt('deliveries', cursor), { answer, signal });
      return { entries: page.undelivered, nextCursor: page.nextCursor };
    },
    figures: (hours: number, signal: AbortSignal) =>
      call('GET', `/operations/figures?hours=${hours}`, { answer: Figures, signal }),
  };
}
