/** What a platform, or the way to it, may do to a call. `effect`: whether the platform has done its work by then. */
export const faults = {
  400: { effect: false },
  401: { effect: false },
  403: { effect: false },
  404: { effect: false },
  429: { effect: false },
  500: { effect: false },
  '500 after the effect': { effect: true },
  503: { effect: false },
  'cut before the effect': { effect: false },
  'cut after the effect': { effect: true },
  'hang before the effect': { effect: false },
  'hang after the effect': { effect: true },
  /** No answer, and the work is done when nobody waits for it any more. */
  'effect after the deadline': { effect: false },
  'slow body': { effect: true },
  '10 MB': { effect: true },
  HTML: { effect: true },
  'wrong schema': { effect: true },
  'redirect to a private address': { effect: false },
} as const satisfies Record<string, { readonly effect: boolean }>;

export type Fault = keyof typeof faults;
export const faultNames = Object.keys(faults) as readonly Fault[];
