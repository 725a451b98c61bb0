import type { PublicAgents } from '@intexuraos/public-web';
import type { RawCall } from '../connector.ts';
import { createOutside } from '../engine/outside.ts';
import type { StandIn } from './stand-in.ts';

/** What the wish is called that tests have. */
export const sampleKey = 'wish-1:v1';
const callMs = 5_000;

interface Given {
  readonly standIn: StandIn;
  readonly credentials: unknown;
  readonly settings: unknown;
}

/** One call of a stand-in without the engine around it. */
export function createRawCall(agents: PublicAgents, { standIn, credentials, settings }: Given): RawCall {
  const { signal } = new AbortController();
  const remainingMs = () => callMs;
  return {
    credentials,
    settings,
    key: sampleKey,
    apiUrl: standIn.url,
    outside: createOutside(agents, { remainingMs, signal }),
    signal,
    remainingMs,
    now: Date.now,
  };
}
