import type { JsonObject } from '@intexuraos/kernel';
import type { Bound, Connector } from '../connector.ts';
import type { ConnectorErrorCode } from '../connector-error.ts';

/** A connected account of a person, as the engine uses it. */
export interface Account {
  /** Unique over all people: what is paced together. */
  readonly id: string;
  readonly settings: unknown;
  /**
   * Opens the credentials. `stale`: those that were just refused, so they must be refreshed first. Throws a
   * ConnectorError CONNECTION_EXPIRED when the person has to connect the account anew.
   */
  credentials(stale?: unknown): Promise<unknown>;
}

/** What is to be done, once. */
export interface Wish {
  readonly connector: Connector;
  readonly bound: Bound;
  readonly account: Account;
  /** The same for each try of the same wish, also after a crash. */
  readonly key: string;
  /** Whether an earlier process may have sent it already: then the platform is asked before anything is sent. */
  readonly began: boolean;
  readonly signal?: AbortSignal;
}

export interface Failure {
  readonly code: ConnectorErrorCode;
  readonly message: string;
  readonly retryable: boolean;
  readonly retryAfterMs: number | null;
  readonly details?: unknown;
}

/** How it ended. `unknown` is an answer too: it is never tried again blindly, a person is told. */
export type Performed =
  | { readonly outcome: 'executed'; readonly output: JsonObject; readonly attempts: number }
  | { readonly outcome: 'not_executed'; readonly failure: Failure; readonly attempts: number }
  | { readonly outcome: 'unknown'; readonly failure: Failure; readonly attempts: number };
