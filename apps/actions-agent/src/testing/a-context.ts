import type { ApprovalRule } from '../domain/approval-rule.ts';
import { type Context, defaultPolicy, type TypeTraits } from '../domain/context.ts';
import { noon } from './an-action.ts';

const traits: TypeTraits = {
  target: { service: 'target', connectionId: null },
  prepares: false,
  keyed: true,
  risk: 'low',
  address: () => null,
  askEndsAt: () => null,
  startsAt: () => null,
};

const momentIn =
  (field: string): TypeTraits['askEndsAt'] =>
  ({ prepared }) => {
    const moment = prepared?.[field];
    return typeof moment === 'number' ? moment : null;
  };

/** One made-up type for each way in which types differ; `unsupported`, like any other name, is none of them. */
const types: Readonly<Record<string, TypeTraits>> = {
  keyed: traits,
  unkeyed: { ...traits, keyed: false },
  prepared: { ...traits, prepares: true, askEndsAt: momentIn('start') },
  reminder: { ...traits, prepares: true, askEndsAt: momentIn('remindAt'), startsAt: momentIn('remindAt') },
  sure: traits,
  'sure-prepared': { ...traits, prepares: true },
  risky: { ...traits, risk: 'medium' },
};

/** Approves what is sure, and would approve what is risky if it could. */
export const aRule = (facts: Partial<ApprovalRule> = {}): ApprovalRule => ({
  id: 'sure@1',
  name: 'What is sure',
  actionTypes: ['sure', 'sure-prepared', 'risky'],
  confidenceMin: 0,
  conditions: {},
  perDayMax: null,
  ...facts,
});

export const aContext = (facts: Partial<Context> = {}): Context => ({
  now: noon,
  policy: defaultPolicy,
  typeOf: (type) => types[type] ?? null,
  rules: [aRule()],
  codeSalt: 0,
  ...facts,
});
