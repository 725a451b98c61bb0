import { createPublicAgents } from '@intexuraos/public-web';
import { afterAll, afterEach } from '@jest/globals';
import type { Bound, Connector, RawCall } from '../connector.ts';
import { createRawCall } from './raw-call.ts';
import type { StandIn } from './stand-in.ts';

export interface DirectCall {
  readonly standIn: StandIn;
  readonly call: RawCall;
}

/** Calls of stand-ins without the engine around them. What was opened is closed after each test. */
export function createDirectCalls(credentials: (standIn: StandIn) => unknown, settings: unknown = {}) {
  const agents = createPublicAgents({ loopbackAllowed: true });
  const served: StandIn[] = [];
  afterEach(async () => {
    await Promise.all(served.splice(0).map((standIn) => standIn.close()));
  });
  afterAll(() => agents.close());
  return async (serving: Promise<StandIn>): Promise<DirectCall> => {
    const standIn = await serving;
    served.push(standIn);
    return { standIn, call: createRawCall(agents, { standIn, credentials: credentials(standIn), settings }) };
  };
}

/** An operation with a payload that must be good. */
export function bindOperation({ name, operations }: Connector, operation: string, payload: unknown): Bound {
  const read = operations[operation]?.bind(payload);
  if (!read) throw new Error(`${operation} is no operation of ${name}`);
  if ('problems' in read) throw new Error(`${operation} refuses the payload: ${JSON.stringify(read.problems)}`);
  return read.bound;
}
