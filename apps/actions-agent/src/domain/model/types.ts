import { type Context, defaultPolicy, type TypeTraits } from '../context.ts';

/** The model's present never moves: what lies ahead of it moves behind it. */
export const present = 1_000;
export const ahead = 2_000;
export const behind = 0;

const traits: TypeTraits = {
  target: { service: 'target', connectionId: null },
  prepares: false,
  keyed: true,
  risk: 'low',
  address: () => null,
  askEndsAt: () => null,
  startsAt: () => null,
};

/** One type for each way in which types differ. A type that is not here is one that nothing can carry out. */
export const modelTypes = {
  keyed: traits,
  unkeyed: { ...traits, keyed: false },
  prepared: { ...traits, prepares: true },
  sure: traits,
  'sure-prepared': { ...traits, prepares: true },
  /** A rule is about it, and must not decide all the same. */
  risky: { ...traits, risk: 'medium' },
  timed: { ...traits, startsAt: () => ahead },
  /** Its target answers that the person has this already. */
  had: traits,
} as const satisfies Record<string, TypeTraits>;

export type ModelType = keyof typeof modelTypes | 'unsupported';

const byName = new Map<string, TypeTraits>(Object.entries(modelTypes));

const sureRule = {
  id: 'sure',
  name: 'sure',
  actionTypes: ['sure', 'sure-prepared', 'risky'],
  confidenceMin: 0.9,
  conditions: {},
  perDayMax: null,
} as const;

export const modelContext: Context = {
  now: present,
  policy: { ...defaultPolicy, attemptsMax: 2, clarificationsMax: 1, handlerErrorsMax: 2 },
  typeOf: (type) => byName.get(type) ?? null,
  rules: [sureRule],
  codeSalt: 0,
};
