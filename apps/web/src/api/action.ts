import type { ActionStatus } from '@intexuraos/contracts';
import * as z from 'zod/mini';
import { texts } from '../texts.ts';

const isStatus = (status: string): status is ActionStatus => status in texts.statuses;
export const actionStatuses: readonly ActionStatus[] = Object.keys(texts.statuses).filter(isStatus);

const Facts = z.record(z.string(), z.unknown());

const Fact = z.object({ label: z.string(), value: z.string() });
export type Fact = z.infer<typeof Fact>;

/** The words of the question in the chat. */
const Wording = z.object({
  verb: z.string(),
  title: z.string(),
  facts: z.array(Fact),
  /** Why it cannot be approved yet. */
  problem: z.nullable(z.string()),
});
export type Wording = z.infer<typeof Wording>;

const Ask = z.object({
  version: z.number(),
  createdAt: z.string(),
  expiresAt: z.string(),
  code: z.string(),
  delivery: z.object({
    status: z.enum(['due', 'sent', 'delivered', 'read', 'failed']),
    errorCode: z.optional(z.string()),
  }),
});

const Approval = z.object({ by: z.string(), channel: z.string(), decidedAt: z.string() });

/** An action as the page needs it; `can` says what its person may do now. */
export const Action = z.object({
  id: z.string(),
  userId: z.string(),
  commandId: z.string(),
  type: z.string(),
  confidence: z.number(),
  title: z.string(),
  status: z.enum(actionStatuses),
  payload: Facts,
  prepared: z.nullable(Facts),
  createdAt: z.string(),
  updatedAt: z.string(),
  version: z.number(),
  rev: z.number(),
  contentHash: z.string(),
  ask: z.nullable(Ask),
  approval: z.nullable(Approval),
  nextAttemptAt: z.nullable(z.string()),
  outcome: z.string(),
  failure: z.nullable(z.object({ code: z.string(), message: z.string() })),
  needsAttention: z.nullable(z.string()),
  can: z.array(z.string()),
  wording: Wording,
  /** What the version before said, once there is one. */
  previous: z.nullable(Wording),
});
export type Action = z.infer<typeof Action>;

export const ActionPage = z.object({ actions: z.array(Action), nextCursor: z.nullable(z.string()) });
export type ActionPage = z.infer<typeof ActionPage>;

export const TimelineEvent = z.object({
  seq: z.number(),
  at: z.string(),
  event: z.string(),
  by: z.string(),
  channel: z.string(),
  status: z.string(),
  version: z.number(),
  note: z.nullable(z.string()),
});
export type TimelineEvent = z.infer<typeof TimelineEvent>;

/** The part of JSON Schema that a form can be made of. */
export const FieldSchema = z.object({
  type: z.optional(z.string()),
  format: z.optional(z.string()),
  enum: z.optional(z.array(z.string())),
  anyOf: z.optional(z.array(z.object({ type: z.optional(z.string()), format: z.optional(z.string()) }))),
});
export type FieldSchema = z.infer<typeof FieldSchema>;

export const ActionType = z.object({
  name: z.string(),
  verb: z.string(),
  payload: z.object({ properties: z.record(z.string(), FieldSchema) }),
});
export type ActionType = z.infer<typeof ActionType>;

/** What the stream says about a change. */
export const ActionChange = z.object({ actionId: z.string(), rev: z.optional(z.number()) });
