/** When a neighbour counts as down, and for how long it is left alone. */
export interface BreakerRules {
  /** Unanswered calls in a row after which the circuit opens. */
  readonly failuresMax: number;
  readonly pauseMs: number;
}

/**
 * Spares a neighbour that does not answer, and spares callers the wait: after `failuresMax` unanswered calls in a row
 * nothing is sent for `pauseMs`, then one call at a time may try. Refusals of any status are answers.
 */
export interface CircuitBreaker {
  /** Null lets the call pass; else the milliseconds until the next try. */
  blockedMs(now: number): number | null;
  record(answered: boolean, now: number): void;
}

export function createCircuitBreaker(rules: BreakerRules): CircuitBreaker {
  let failures = 0;
  let openUntil = 0;
  return {
    blockedMs(now) {
      if (failures < rules.failuresMax) return null;
      if (now < openUntil) return openUntil - now;
      openUntil = now + rules.pauseMs;
      return null;
    },
    record(answered, now) {
      failures = answered ? 0 : failures + 1;
      if (failures >= rules.failuresMax) openUntil = now + rules.pauseMs;
    },
  };
}
