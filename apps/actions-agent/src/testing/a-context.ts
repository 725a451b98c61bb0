import { type Context, defaultPolicy, type TypeTraits } from '../domain/context.ts';
import { noon } from './an-action.ts';

const traits: TypeTraits = {
  target: { service: 'target', connectionId: null },
  prepares: false,
  keyed: true,
  risk: 'low',
  autoApprovalRule: () => null,
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
  sure: { ...traits, autoApprovalRule: () => 'sure@1' },
  'sure-prepared': { ...traits, prepares: true, autoApprovalRule: () => 'sure@1' },
};

export const aContext = (facts: Partial<Context> = {}): Context => ({
  now: noon,
  policy: defaultPolicy,
  typeOf: (type) => types[type] ?? null,
  codeSalt: 0,
  ...facts,
});
