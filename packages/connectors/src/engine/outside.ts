import type { Socket } from 'node:net';
import { addAbortSignal } from 'node:stream';
import { exchange } from '@intexuraos/http-exchange';
import { BlockedAddressError, BlockedUrlError, type PublicWays } from '@intexuraos/public-web';
import type { HttpRequest, Outside, Place } from '../call.ts';
import { ConnectorError } from '../connector-error.ts';

const bodyBytesMax = 1024 * 1024;

interface Bounds {
  readonly remainingMs: () => number;
  readonly signal: AbortSignal;
}

/** The ways out of one call: addresses are judged as the connection is made, and the call's deadline holds for each. */
export function createOutside(ways: PublicWays, { remainingMs, signal }: Bounds): Outside {
  const leftMs = () => Math.max(1, remainingMs());
  return {
    async http(request) {
      const agent = unlessBlocked(() => ways.agentFor(request.url));
      const exchanged = await exchange(agent, onWire(request), { deadlineMs: leftMs(), bodyBytesMax, signal });
      if (exchanged.kind === 'no_response' && exchanged.cause instanceof BlockedAddressError)
        throw blocked(exchanged.cause);
      return exchanged;
    },
    async socket(place) {
      const socket = unlessBlocked(() => ways.socketTo(place));
      addAbortSignal(AbortSignal.any([signal, AbortSignal.timeout(leftMs())]), socket);
      return connected(socket, place);
    },
  };
}

const onWire = ({ url, method, headers, body }: HttpRequest) => ({
  origin: url.origin,
  path: url.pathname + url.search,
  method,
  headers,
  body: body ?? null,
});

/** The socket as soon as the connection stands. */
function connected(socket: Socket, { port }: Place): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const fail = (error?: unknown) => {
      socket.destroy();
      reject(
        error instanceof BlockedAddressError
          ? blocked(error)
          : new ConnectorError('UNREACHABLE', `The server on port ${port} cannot be reached`, { cause: error }),
      );
    };
    socket.once('error', fail).once('timeout', fail);
    socket.once('connect', () => {
      socket.off('error', fail).off('timeout', fail).setTimeout(0);
      resolve(socket);
    });
  });
}

const blocked = ({ message }: Error) => new ConnectorError('SSRF_BLOCKED', message);

function unlessBlocked<T>(get: () => T): T {
  try {
    return get();
  } catch (error) {
    if (error instanceof BlockedUrlError) throw blocked(error);
    throw error;
  }
}
