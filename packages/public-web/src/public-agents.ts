import { connect as connectSocket, isIP, type LookupFunction, type Socket } from 'node:net';
import { Agent } from 'undici';
import { urlProblem } from './check-url.ts';
import { createGuardedLookup } from './guarded-lookup.ts';
import { isPublicAddress } from './public-address.ts';

export interface PublicWebSettings {
  /** Whether plain http and this very machine may be asked: only where the person and the machine are one. */
  readonly loopbackAllowed: boolean;
  /** Tests bring their own resolver. */
  readonly lookup?: LookupFunction;
}

/** Why an address that somebody named is not asked. Nothing was sent. */
export class BlockedUrlError extends TypeError {
  constructor(host: string, problem: string) {
    super(`${host} is not asked: ${problem}`);
    this.name = 'BlockedUrlError';
  }
}

/** The ways to addresses that people name. */
export interface PublicWays {
  /** Throws BlockedUrlError when the URL must not be asked. */
  agentFor(url: URL): Agent;
  /** A plain connection, for protocols other than HTTP; throws BlockedUrlError, or fails as it connects. */
  socketTo(place: { readonly host: string; readonly port: number }): Socket;
}

/** The connections to addresses that people name: public ones only, judged by the address that is connected to. */
export interface PublicAgents extends PublicWays {
  /** For one purpose, also to hosts at private addresses that the operator allows for it by name: a home's own hub, say. */
  allowing(privateHosts: readonly string[]): PublicWays;
  close(): Promise<void>;
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);
const connectTimeoutMs = 5_000;

export function createPublicAgents(settings: PublicWebSettings): PublicAgents {
  const { loopbackAllowed, lookup = createGuardedLookup() } = settings;
  const guarded = new Agent({ allowH2: false, connect: { timeout: connectTimeoutMs, lookup } });
  const near = new Agent({ allowH2: false, connect: { timeout: connectTimeoutMs } });
  const allowing = (privateHosts: readonly string[]): PublicWays => {
    const isNear = (host: string) => (loopbackAllowed && loopback.has(host)) || privateHosts.includes(host);
    return {
      agentFor(url) {
        if (isNear(url.hostname) && /^https?:$/.test(url.protocol)) return near;
        const problem = urlProblem(url);
        if (problem !== null) throw new BlockedUrlError(url.hostname, problem);
        return guarded;
      },
      socketTo({ host, port }) {
        if (isNear(host)) return connectSocket({ host, port, timeout: connectTimeoutMs });
        // A name is judged by the lookup, an address has none.
        if (isIP(host) !== 0 && !isPublicAddress(host)) throw new BlockedUrlError(host, 'it is not a public address');
        return connectSocket({ host, port, timeout: connectTimeoutMs, lookup });
      },
    };
  };
  return {
    ...allowing([]),
    allowing,
    close: async () => void (await Promise.all([guarded.destroy(), near.destroy()])),
  };
}
