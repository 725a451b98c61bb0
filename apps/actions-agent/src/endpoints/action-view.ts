import { ActionStatus, Id, Origin, Outcome, Timestamp, text, UserId } from '@intexuraos/contracts';
import type { Json } from '@intexuraos/kernel';
import { z } from 'zod';
import { wordingOf } from '../action-types/index.ts';
import type { Action } from '../domain/action.ts';
import { plain } from '../domain/wording.ts';
import type { Loaded } from '../ports.ts';

const JsonObject = z.record(z.string(), z.json());

/** As long as any neighbour takes it. */
const Text = text(100_000);

function isClean(value: Json): boolean {
  if (typeof value === 'string') return Text.safeParse(value).success;
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isClean(key) && isClean(inner));
}

/** What an action is about, as it is taken in. What cannot be shown, hashed or sent later is refused here. */
export const Payload = JsonObject.refine(
  isClean,
  'control characters, broken Unicode and texts above 100,000 characters are not allowed',
);

const Ask = z.object({
  id: z.string(),
  version: z.int(),
  createdAt: Timestamp,
  expiresAt: Timestamp,
  clarifications: z.int(),
  code: z.string(),
  delivery: z.object({
    status: z.enum(['due', 'sent', 'delivered', 'read', 'failed']),
    errorCode: z.string().optional(),
  }),
});

const Approval = z.object({
  by: z.string(),
  channel: z.string(),
  version: z.int(),
  contentHash: z.string(),
  askId: z.string().nullable(),
  decidedAt: Timestamp,
  evidence: z.string(),
  /** The rule that approved in the person's place; `DELETE /me/auto-approval-rules/:id` of user-service stops it. */
  rule: z.object({ id: z.string(), name: z.string() }).optional(),
});

const Content = z.object({
  verb: z.string(),
  title: z.string(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
});

/** The question's own words: the verb of the type, and one line for each fact that will be sent. */
const Wording = Content.extend({
  /** How it was before the last edit; null when it was not edited since it was first asked about. */
  previous: Content.nullable(),
  /** Why it cannot be approved yet. */
  problem: z.string().nullable(),
});

/** An action as it crosses the wire: the seed's fields, what the lifecycle knows, and what the owner can do now. */
export const ActionView = z.object({
  id: Id,
  userId: UserId,
  commandId: z.string(),
  type: z.string(),
  confidence: z.number(),
  title: z.string(),
  status: ActionStatus,
  payload: JsonObject,
  createdAt: Timestamp,
  updatedAt: Timestamp,
  origin: Origin,
  prepared: JsonObject.nullable(),
  version: z.int(),
  rev: z.int(),
  contentHash: z.string(),
  ask: Ask.nullable(),
  approval: Approval.nullable(),
  attempts: z.int(),
  nextAttemptAt: Timestamp.nullable(),
  outcome: Outcome,
  failure: z.object({ code: z.string(), message: z.string(), retryable: z.boolean() }).nullable(),
  needsAttention: z.enum(['UNSUPPORTED_TYPE', 'UNDELIVERED', 'OUTCOME_UNKNOWN']).nullable(),
  wording: Wording,
  /** What was asked before the last edit, for whoever wants to see the difference. */
  previous: Wording.nullable(),
  can: z.array(z.string()),
});
export type ActionView = z.infer<typeof ActionView>;

export const iso = (ms: number) => new Date(ms).toISOString();

function askView(action: Action): ActionView['ask'] {
  if (action.ask === null) return null;
  const { hint: _hint, problem: _problem, createdAt, expiresAt, delivery, ...ask } = action.ask;
  const { sentAt: _sentAt, via: _via, ...shownDelivery } = delivery;
  return { ...ask, delivery: shownDelivery, createdAt: iso(createdAt), expiresAt: iso(expiresAt) };
}

/** As the chat words it, at full length: the page has room for all of it. */
function contentView(action: Action): z.infer<typeof Content> {
  const { verb, facts } = wordingOf(action);
  return {
    verb,
    title: plain(action.title),
    facts: facts.map(({ label, value }) => ({ label, value: plain(value) })),
  };
}

function fullWording(action: Action): ActionView['wording'] {
  const { preparation, previous } = action;
  return {
    ...contentView(action),
    previous: previous && contentView({ ...action, ...previous }),
    problem: preparation?.status === 'failed' ? preparation.problem : null,
  };
}

export function viewOf({ action }: Loaded, can: readonly string[]): ActionView {
  const { approval } = action;
  return {
    id: action.id,
    userId: action.userId,
    commandId: action.commandId,
    type: action.type,
    confidence: action.confidence,
    title: action.title,
    status: action.status,
    payload: { ...action.payload, ...action.result },
    createdAt: iso(action.createdAt),
    updatedAt: iso(action.updatedAt),
    origin: action.origin,
    prepared: action.prepared,
    version: action.version,
    rev: action.rev,
    contentHash: action.contentHash,
    ask: askView(action),
    approval: approval === null ? null : { ...approval, decidedAt: iso(approval.decidedAt) },
    attempts: action.attempts,
    nextAttemptAt: action.nextAttemptAt === null ? null : iso(action.nextAttemptAt),
    outcome: action.outcome,
    failure: action.failure,
    needsAttention: action.needsAttention,
    wording: fullWording(action),
    previous: action.previous && fullWording({ ...action, ...action.previous, preparation: null }),
    can: [...can],
  };
}

export const etagOf = ({ action }: Loaded) => ({ etag: `"${action.rev}"` });
