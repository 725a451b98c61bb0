import { z } from 'zod';

/** What the tests read of an action, as the API shows it. */
export const ActionView = z.looseObject({
  id: z.string(),
  type: z.string(),
  title: z.string(),
  status: z.string(),
  version: z.number(),
  rev: z.number(),
  contentHash: z.string(),
  attempts: z.number(),
  outcome: z.string(),
  ask: z.object({ delivery: z.object({ status: z.string() }) }).nullable(),
  needsAttention: z.string().nullable(),
  nextAttemptAt: z.string().nullable(),
  failure: z.object({ code: z.string(), message: z.string(), retryable: z.boolean() }).nullable(),
  approval: z.object({ channel: z.string(), version: z.number(), contentHash: z.string() }).nullable(),
});
export type ActionView = z.infer<typeof ActionView>;

export const TimelineEntry = z.object({
  seq: z.number(),
  at: z.string(),
  event: z.string(),
  by: z.string(),
  channel: z.string(),
  status: z.string(),
  version: z.number(),
  note: z.string().nullable(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const SweepReport = z.object({ skipped: z.boolean(), looked: z.number(), takenBack: z.number() });
export type SweepReport = z.infer<typeof SweepReport>;

export const Refusal = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
