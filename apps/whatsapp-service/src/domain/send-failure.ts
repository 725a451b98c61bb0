/** Why WhatsApp did not take or did not deliver a message. */
export type FailureClass =
  | 'token'
  | 'permission'
  | 'throttling'
  | 'server'
  | 'parameter'
  | 'undeliverable'
  | 'window'
  | 'template'
  | 'blocked'
  | 'other';

export interface Refusal {
  /** WhatsApp's code, or a word of ours. */
  readonly code: string;
  readonly failureClass: FailureClass;
}

type Next = 'retry' | 'give_up' | 'template';

interface FailureRule {
  readonly next: Next;
  /** The pause before the second try; it doubles with each further one. */
  readonly pauseMs: number;
  /** Whether somebody must repair the account or the configuration: until then nothing is sent to anybody. */
  readonly needsOperator: boolean;
}

const rule = (next: Next, pauseMs = 0, needsOperator = false): FailureRule => ({ next, pauseMs, needsOperator });

/** What follows from each class. The pair limit lets one message through to the same person every six seconds. */
export const failureRules: Readonly<Record<FailureClass, FailureRule>> = {
  token: rule('give_up', 0, true),
  permission: rule('give_up', 0, true),
  throttling: rule('retry', 6_000),
  server: rule('retry', 2_000),
  parameter: rule('give_up'),
  undeliverable: rule('give_up'),
  window: rule('template'),
  template: rule('give_up', 0, true),
  blocked: rule('give_up', 0, true),
  other: rule('give_up'),
};

/** First code, last code, class. Vendor's reference: "Error codes" of the WhatsApp Cloud API. */
const codes: readonly (readonly [first: number, last: number, failureClass: FailureClass])[] = [
  [0, 0, 'token'],
  [1, 2, 'server'],
  [3, 3, 'permission'],
  [4, 4, 'throttling'],
  [10, 10, 'permission'],
  [33, 33, 'parameter'],
  [100, 100, 'parameter'],
  [190, 190, 'token'],
  [200, 299, 'permission'],
  [368, 368, 'blocked'],
  [80007, 80007, 'throttling'],
  [130429, 130429, 'throttling'],
  [130472, 130472, 'undeliverable'],
  [130497, 130497, 'permission'],
  [131000, 131000, 'server'],
  [131005, 131005, 'permission'],
  [131008, 131009, 'parameter'],
  [131016, 131016, 'server'],
  [131021, 131021, 'parameter'],
  [131026, 131026, 'undeliverable'],
  [131030, 131030, 'permission'],
  [131031, 131031, 'blocked'],
  [131037, 131037, 'permission'],
  [131042, 131042, 'blocked'],
  [131045, 131045, 'permission'],
  [131047, 131047, 'window'],
  [131048, 131048, 'throttling'],
  [131049, 131050, 'undeliverable'],
  [131051, 131053, 'parameter'],
  [131056, 131056, 'throttling'],
  [131057, 131057, 'server'],
  [131062, 131062, 'parameter'],
  [132000, 132016, 'template'],
  [133004, 133004, 'server'],
  [133010, 133010, 'permission'],
];

/** By the code alone: the HTTP status says less, and a failure that is reported later has none. */
export function classOfCode(code: number): FailureClass | null {
  return codes.find(([first, last]) => first <= code && code <= last)?.[2] ?? null;
}

/** For answers without a code that we know. */
export function classOfStatus(httpStatus: number): FailureClass {
  if (httpStatus === 401) return 'token';
  if (httpStatus === 403) return 'permission';
  if (httpStatus === 429) return 'throttling';
  return httpStatus >= 500 ? 'server' : 'other';
}
