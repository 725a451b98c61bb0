import * as z from 'zod/mini';
import type { Caller } from './caller.ts';

const Conditions = z.object({
  originKinds: z.optional(z.array(z.string())),
  titleContains: z.optional(z.array(z.string())),
  urlHosts: z.optional(z.array(z.string())),
});

/** What needs no question. */
const Rule = z.object({
  id: z.string(),
  name: z.string(),
  actionTypes: z.array(z.string()),
  confidenceMin: z.number(),
  conditions: Conditions,
  perDayMax: z.nullable(z.number()),
});
export type Rule = z.infer<typeof Rule>;

export interface NewRule {
  readonly name: string;
  readonly actionTypes: readonly string[];
  readonly confidenceMin: number;
  readonly conditions: {
    readonly originKinds?: readonly string[];
    readonly titleContains?: readonly string[];
    readonly urlHosts?: readonly string[];
  };
  readonly perDayMax: number;
}

const TriedAction = z.object({ id: z.string(), title: z.string(), createdAt: z.string(), verdict: z.string() });
export type TriedAction = z.infer<typeof TriedAction>;

/** What a rule would have approved of the past. */
const Trial = z.object({
  looked: z.number(),
  isComplete: z.boolean(),
  counts: z.object({
    approved: z.number(),
    rejected: z.number(),
    edited: z.number(),
    rule: z.number(),
    none: z.number(),
  }),
  overCap: z.number(),
  against: z.array(TriedAction),
  others: z.array(TriedAction),
});
export type Trial = z.infer<typeof Trial>;

const path = '/me/auto-approval-rules';

export function createRulesApi(call: Caller) {
  return {
    list: async (signal: AbortSignal) =>
      (await call('GET', path, { answer: z.object({ rules: z.array(Rule) }), signal })).rules,
    add: async (rule: NewRule) => (await call('POST', path, { answer: z.object({ rule: Rule }), body: rule })).rule,
    remove: (id: string) => call('DELETE', `${path}/${encodeURIComponent(id)}`, { answer: z.object({}) }),
    /** Changes nothing. */
    tryOnHistory: (rule: NewRule) =>
      call('POST', '/actions/auto-approval/back-test', { answer: Trial, body: { rule } }),
  };
}
