import type { Fault } from './faults.ts';

/** One thing that a platform has really done. */
export interface Effect {
  readonly operation: string;
  /** What makes it this one and no other: the platform's own id of it, or what it says. */
  readonly key: string;
  /** The whole of it, where a person wants to look. */
  readonly content?: string;
}

/** A platform on this machine that speaks the real protocol, fails on request and keeps a ledger of its effects. */
export interface StandIn {
  /** Where the connector's API URL, or its credentials, point. */
  readonly url: string;
  readonly ledger: readonly Effect[];
  /** How many calls have arrived. */
  readonly calls: () => number;
  /** What happens to the next calls, one each, null for nothing; calls after the last one are fine. */
  plan(...next: readonly (Fault | null)[]): void;
  /** What happens to every call from now on; null: nothing. */
  always(fault: Fault | null): void;
  /** Cuts what still hangs. */
  close(): Promise<void>;
}

/** Decides, call by call, which fault strikes. */
export function createFaultPlan() {
  const planned: (Fault | null)[] = [];
  let standing: Fault | null = null;
  return {
    plan: (...next: readonly (Fault | null)[]): void => void planned.push(...next),
    always: (fault: Fault | null): void => {
      standing = fault;
    },
    next: (): Fault | null => (planned.length > 0 ? (planned.shift() ?? null) : standing),
  };
}
