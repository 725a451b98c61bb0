import { Id, UserId } from '@intexuraos/contracts';
import { z } from 'zod';
import { defineNeighbour } from '../define.ts';

const Name = z.string().min(1).max(64);
const Json = z.record(z.string(), z.json());

/** An operation as somebody wishes for it. */
export const OperationWish = z.object({
  /** Left out: whichever platform with such an operation the person has an account of. */
  platform: Name.optional(),
  /** The operation's name: `send_email`. */
  action_type: Name,
  payload: Json.default({}),
  /** Which account, where there are several. */
  connection: z.string().max(128).optional(),
});

/** Body of `POST /internal/operations/preview`. */
export const OperationPreviewRequest = OperationWish.extend({ userId: UserId });
export type OperationPreviewRequest = z.input<typeof OperationPreviewRequest>;

const Rendered = z.object({
  platform: Name,
  action_type: Name,
  /** Null where nothing leaves this machine. */
  connection: z.string().nullable(),
  /** Exactly what is sent, defaults filled in. */
  payload: Json,
  /** Stands for all of the above. */
  digest: z.string(),
});

/** An operation as it is shown in the ask and performed after the approval. */
export const PreparedOperation = Rendered.extend({
  /** What it does, as a verb phrase. */
  describe: z.string(),
  /** The account as its owner calls it. */
  account: z.string(),
  risk: z.enum(['low', 'medium', 'high']),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
});
export type PreparedOperation = z.infer<typeof PreparedOperation>;

/** `failed` says what a person must add or do first. */
export const OperationPreview = z.discriminatedUnion('status', [
  PreparedOperation.extend({ status: z.literal('ready') }),
  z.object({ status: z.literal('failed'), problem: z.string() }),
]);
export type OperationPreview = z.infer<typeof OperationPreview>;

/** Body of `POST /internal/operations/perform`; the Idempotency-Key names the wish. */
export const OperationPerformRequest = Rendered.extend({
  userId: UserId,
  /** The action that a person said yes to; left out where a service asks by itself, and the person hears of it from there. */
  actionId: Id.optional(),
  /** The request to action-engine that the action is of, where it is of one. */
  request: z.string().max(128).optional(),
});
export type OperationPerformRequest = z.infer<typeof OperationPerformRequest>;

export const OperationOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.enum(['executed', 'simulated']), message: z.string(), output: Json.optional() }),
  z.object({
    outcome: z.enum(['not_executed', 'unknown']),
    code: z.string(),
    message: z.string(),
    retryable: z.boolean(),
    retryAfterMs: z.number().optional(),
  }),
  /** Somebody is at it, or was until a moment ago. */
  z.object({ outcome: z.literal('running'), retryAfterMs: z.number() }),
]);
export type OperationOutcome = z.infer<typeof OperationOutcome>;

export const actionEngine = defineNeighbour({
  name: 'action-engine',
  urlEnv: 'INTEXURAOS_ACTION_ENGINE_URL',
  client: (http) => ({
    /** Changes nothing anywhere. */
    preview: (request: OperationPreviewRequest) => http.post('/internal/operations/preview', OperationPreview, request),
    perform: (request: OperationPerformRequest) => http.post('/internal/operations/perform', OperationOutcome, request),
  }),
});
