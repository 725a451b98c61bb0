import type { Socket } from 'node:net';
import type { Exchange, WireRequest } from '@intexuraos/http-exchange';

export interface HttpRequest {
  readonly url: URL;
  readonly method: WireRequest['method'];
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Place {
  readonly host: string;
  readonly port: number;
}

/**
 * The ways out that the engine gives a connector. Addresses are judged when the connection is made; deadline and
 * cancelling are in them.
 */
export interface Outside {
  /** Never rejects, except with a ConnectorError for an address that must not be asked. */
  http(request: HttpRequest): Promise<Exchange>;
  /** A connection that stands, for protocols other than HTTP. Rejects with a ConnectorError where there is none to be had. */
  socket(place: Place): Promise<Socket>;
}

/** One call of one operation, as a connector sees it. */
export interface Call<Credentials, Settings> {
  readonly credentials: Credentials;
  readonly settings: Settings;
  /** The same for each try of the same wish: what the platform is asked to do once is named after it. */
  readonly key: string;
  /** Where the platform's API is: its own address unless the configuration points elsewhere. */
  readonly apiUrl: string;
  readonly outside: Outside;
  readonly signal: AbortSignal;
  /** How long the call may still take, in milliseconds. */
  readonly remainingMs: () => number;
  /** Unix milliseconds. */
  readonly now: () => number;
}
