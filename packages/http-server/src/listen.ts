import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clock, type Logger, type Random, systemClock, systemRandom } from '@intexuraos/kernel';
import type { Authenticator } from './authentication/authenticator.ts';
import type { Service, Undeliverable } from './define.ts';
import { createApp } from './mount/create-app.ts';
import { EventStreams, type StreamLimits, streamLimits } from './streams/event-streams.ts';

export interface ListenOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Loopback unless said; a container needs `0.0.0.0`. */
  readonly host?: string;
  readonly authenticator: Authenticator;
  readonly log: Logger;
  readonly clock?: Clock;
  readonly random?: Random;
  /** Keeps a record of a message that will never work; without it there is only a line in the log. */
  readonly onUndeliverable?: (message: Undeliverable) => Promise<void> | void;
  readonly streams?: Partial<StreamLimits>;
  /** How long `close` waits for what is under way. */
  readonly drainMs?: number;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Takes no more requests, drains the services, ends the streams; after `drainMs` it cuts what is left. */
  close(): Promise<void>;
}

const limits = { maxHeaderSize: 16_384, headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 620_000 };
const drainMsDefault = 10_000;

/** Serves the services on one port. Rejects when the port cannot be had. */
export async function listen(services: readonly Service[], options: ListenOptions): Promise<RunningServer> {
  const streams = new EventStreams({ ...streamLimits, ...options.streams });
  const { authenticator, log, clock = systemClock, random = systemRandom } = options;
  const onUndeliverable =
    options.onUndeliverable ?? ((message) => log.error({ ...message }, 'a message will never work and was dropped'));
  const app = createApp({ services, server: { authenticator, log, clock, random, streams }, onUndeliverable });
  const server = createServer({ ...limits, joinDuplicateHeaders: true }, app);
  const port = await bound(server, options);
  const close = async () => {
    streams.close();
    await drained(server, services, options.drainMs ?? drainMsDefault);
  };
  return { url: `http://127.0.0.1:${port}`, port, close };
}

const bound = (server: Server, { port, host = '127.0.0.1' }: ListenOptions) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const { port: actual } = server.address() as AddressInfo;
      resolve(actual);
    });
  });

/** New connections are refused from the first line on; a service that does not end is not waited for longer than `drainMs`. */
async function drained(server: Server, services: readonly Service[], drainMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => server.closeIdleConnections(), 20);
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), drainMs);
  const ended = Promise.all([closed, ...services.map((service) => service.drain())]);
  await Promise.race([ended, once(late.signal, 'abort')]);
  server.closeAllConnections();
  clearTimeout(timer);
  clearInterval(idle);
}
