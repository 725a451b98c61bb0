import type { JsonObject } from '@intexuraos/kernel';
import { createPublicAgents } from '@intexuraos/public-web';
import type { Connector, RawCall } from '../connector.ts';
import type { ConnectorErrorCode } from '../connector-error.ts';
import { createOperations } from '../engine/create-operations.ts';
import type { Performed, Wish } from '../engine/wish.ts';
import type { Fault } from './faults.ts';
import { createRawCall, sampleKey } from './raw-call.ts';
import type { StandIn } from './stand-in.ts';

export interface Sample {
  readonly input: JsonObject;
  /** Refused before anything leaves. */
  readonly bad: JsonObject;
}

/** What the suite must know of a connector besides the connector. */
export interface ConnectorCase {
  readonly connector: Connector;
  serve(): Promise<StandIn>;
  credentials(standIn: StandIn): JsonObject;
  settings?(standIn: StandIn): JsonObject;
  /** One for each operation. */
  readonly samples: Readonly<Record<string, Sample>>;
  /** Those that the platform's protocol can show; all unless said. */
  readonly faults?: readonly Fault[];
  /** Where the vendor's own code says something else than the HTTP status. */
  readonly codes?: Partial<Record<Fault, ConnectorErrorCode>>;
}

export const deadlineMs = 1_500;

export interface Scene {
  readonly standIn: StandIn;
  readonly perform: (wish: Pick<Wish, 'bound' | 'began' | 'signal'>) => Promise<Performed>;
  /** How often credentials that were refused were refreshed. */
  readonly refreshed: () => number;
  /** For what the engine does not do: taking back. */
  readonly call: RawCall;
  readonly close: () => Promise<unknown>;
}

/** A stand-in, and an account on it. */
export async function setScene(given: ConnectorCase, attemptMs: number): Promise<Scene> {
  const { connector, serve, credentials } = given;
  const standIn = await serve();
  const settings = given.settings?.(standIn) ?? {};
  const agents = createPublicAgents({ loopbackAllowed: true });
  const apiUrls = { [connector.name]: standIn.url };
  const operations = createOperations({ agents, apiUrls, attemptMs, deadlineMs, backoffMs: 10 });
  let refreshed = 0;
  const account = {
    id: 'account-1',
    settings,
    credentials: async (stale?: unknown) => {
      if (stale !== undefined) refreshed += 1;
      return credentials(standIn);
    },
  };
  return {
    standIn,
    perform: (wish) => operations.perform({ connector, account, key: sampleKey, ...wish }),
    refreshed: () => refreshed,
    call: createRawCall(agents, { standIn, settings, credentials: credentials(standIn) }),
    close: () => Promise.all([standIn.close(), agents.close()]),
  };
}
