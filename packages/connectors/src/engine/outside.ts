import { exchange } from '@intexuraos/http-exchange';
import { BlockedUrlError, type PublicAgents } from '@intexuraos/public-web';
import type { Outside } from '../call.ts';
import { ConnectorError } from '../connector-error.ts';

const bodyBytesMax = 1024 * 1024;

interface Bounds {
  readonly remainingMs: () => number;
  readonly signal: AbortSignal;
}

/** The ways out of one call: addresses are judged as the connection is made, and the call's deadline holds for each. */
export function createOutside(agents: PublicAgents, { remainingMs, signal }: Bounds): Outside {
  return {
    async http({ url, method, headers, body }) {
      const agent = unlessBlocked(() => agents.agentFor(url));
      const request = { origin: url.origin, path: url.pathname + url.search, method, headers, body: body ?? null };
      return exchange(agent, request, { deadlineMs: Math.max(1, remainingMs()), bodyBytesMax, signal });
    },
    socket: (place) => unlessBlocked(() => agents.socketTo(place)),
  };
}

function unlessBlocked<T>(get: () => T): T {
  try {
    return get();
  } catch (error) {
    if (error instanceof BlockedUrlError) throw new ConnectorError('SSRF_BLOCKED', error.message);
    throw error;
  }
}
