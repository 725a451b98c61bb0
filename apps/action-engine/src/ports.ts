import type { Account, Operations } from '@intexuraos/connectors';
import type { Clock, Logger, Random } from '@intexuraos/kernel';
import type { Connection } from './domain/connection.ts';
import type { Performance } from './domain/performance.ts';

/** Every door of action-engine to the outside, with its contract in words. */
export interface ActionEnginePorts {
  readonly performances: Performances;
  readonly connections: Connections;
  readonly accounts: Accounts;
  readonly operations: Operations;
  /** Connectors that only simulate, by the environment. */
  readonly simulated: ReadonlySet<string>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  ping(): Promise<void>;
}

/** One stored state of a performance; hand it back to change it. */
export interface KeptPerformance {
  readonly performance: Performance;
  readonly version: string | number;
}

export interface Performances {
  get(id: string): Promise<KeptPerformance | null>;
  /** Keyed by person and key: the one that is there already when this is a copy, and nothing was written then. */
  add(performance: Performance): Promise<{ readonly added: boolean; readonly kept: KeptPerformance }>;
  /** Null: somebody changed it since `kept` was read. Nothing was written then. */
  change(kept: KeptPerformance, next: Performance): Promise<KeptPerformance | null>;
  /** Accepted ones whose time has come, and running ones whose lease is over: the oldest first, at most `limit`. */
  due(now: number, limit: number): Promise<readonly KeptPerformance[]>;
}

/** People's accounts; the secrets are sealed beside them and come out through `Accounts` alone. */
export interface Connections {
  /** At most 100, by platform and label. */
  list(userId: string): Promise<readonly Connection[]>;
  get(userId: string, id: string): Promise<Connection | null>;
}

/** The way to the secrets of an account. */
export interface Accounts {
  /**
   * The account of that id, or the person's healthy one of the platform that was used last. Null when there is none.
   * Its `credentials` open the vault, refresh what is about to expire, single-flight, and mark what the platform refused.
   */
  find(userId: string, platform: string, connectionId: string | null): Promise<Account | null>;
}
