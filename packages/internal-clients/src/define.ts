import type { z } from 'zod';
import type { CallOutcome } from './call-outcome.ts';

/** What a neighbour's client is written with: paths under the neighbour's base URL, answers as zod schemas. */
export interface NeighbourHttp {
  get<T>(path: string, data: z.ZodType<T>): Promise<CallOutcome<T>>;
  /** A POST without a body sends `{}`. */
  post<T>(path: string, data: z.ZodType<T>, body?: object): Promise<CallOutcome<T>>;
}

/** One of our own other services, spoken to over HTTP. */
export interface Neighbour<Client> {
  readonly name: string;
  /** The environment variable that holds its base URL. */
  readonly urlEnv: string;
  client(http: NeighbourHttp): Client;
}

export function defineNeighbour<Client>(neighbour: Neighbour<Client>): Neighbour<Client> {
  return neighbour;
}

/** What a call says about itself, so that a neighbour can do it once. */
export interface CallIdentity {
  /** `{actionId}:v{version}`: the same key gets the same answer. */
  readonly idempotencyKey?: string;
  /** The fencing token of the lease under which the call is made. */
  readonly epoch?: number;
  readonly signal?: AbortSignal;
}

/** Gives a neighbour's client for the calls of one piece of work. */
export type Connect = <Client>(neighbour: Neighbour<Client>, call?: CallIdentity) => Client;
