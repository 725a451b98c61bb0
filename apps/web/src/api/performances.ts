import * as z from 'zod/mini';
import type { Caller } from './caller.ts';
import { JsonSchema } from './json-schema.ts';

const Operation = z.object({
  platform: z.string(),
  platformTitle: z.string(),
  action_type: z.string(),
  describe: z.string(),
  effect: z.enum(['none', 'change']),
  risk: z.enum(['low', 'medium', 'high']),
  repeatable: z.enum(['yes', 'no', 'depends']),
  canUndo: z.boolean(),
  /** Everything of the platform is only simulated here. */
  simulated: z.boolean(),
  input: JsonSchema,
});
export type Operation = z.infer<typeof Operation>;

const Answer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('success'), result: z.record(z.string(), z.unknown()) }),
  z.object({ status: z.literal('accepted'), request_id: z.string(), action_id: z.optional(z.string()) }),
]);
export type PerformanceAnswer = z.infer<typeof Answer>;

export interface Wish {
  readonly platform: string;
  readonly action_type: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** The account; the one used last unless said. */
  readonly connection?: string;
  readonly simulate?: true;
  readonly require_approval?: true;
}

const AskedFor = z.object({
  request_id: z.string(),
  platform: z.string(),
  action_type: z.string(),
  status: z.string(),
  error: z.nullable(z.object({ code: z.string(), message: z.string() })),
  /** The question that a person is asked first, where there is one. */
  action_id: z.optional(z.nullable(z.string())),
  received_at: z.string(),
});
export type AskedFor = z.infer<typeof AskedFor>;

export function createPerformancesApi(call: Caller) {
  return {
    operations: async (signal: AbortSignal) =>
      (await call('GET', '/operations', { answer: z.object({ operations: z.array(Operation) }), signal })).operations,
    /** The same key again is the same request. Refused: it was not done, or (OUTCOME_UNKNOWN) nobody knows. */
    perform: (body: Wish, key: string) => call('POST', '/perform_action', { answer: Answer, wire: 'raw', body, key }),
    requests: async (signal: AbortSignal) =>
      (await call('GET', '/requests?limit=50', { answer: z.object({ requests: z.array(AskedFor) }), signal })).requests,
  };
}
