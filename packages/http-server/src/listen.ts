import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clock, type Logger, type Random, systemClock, systemRandom } from '@intexuraos/kernel';
import type { Authenticator } from './authentication/authenticator.ts';
import { builtInService } from './built-in/endpoints.ts';
import type { Service, Undeliverable } from './define.ts';
import { drain } from './drain.ts';
import type { Quota } from './limits/quota.ts';
import { RateLimiter } from './limits/rate-limiter.ts';
import type { Metric } from './metrics/metric.ts';
import { processMetrics } from './metrics/process-metrics.ts';
import { RequestJournal } from './metrics/request-journal.ts';
import { createApp } from './mount/create-app.ts';
import { Origins } from './mount/cross-origin.ts';
import type { ServerContext } from './server-context.ts';
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
  /** Per-person quotas by the name that endpoints give; without it nobody is limited. */
  readonly quota?: Quota;
  /** Failed sign-ins per minute and address (IPv6: per /64); 30 unless said. */
  readonly failuresPerMinute?: number;
  /** The exact origins of the web pages that may call the API. */
  readonly corsOrigins?: readonly string[];
  /** How many proxies stand before us; 0 unless said. */
  readonly trustedProxies?: number;
  readonly streams?: Partial<StreamLimits>;
  /** What `GET /metrics` shows of what the services stand on. */
  readonly metrics?: readonly Metric[];
  /** How long `close` waits for what is under way; 10 s unless said. */
  readonly drainMs?: number;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Takes no more requests, drains the services, ends the streams; after `drainMs` it cuts what is left. */
  close(): Promise<void>;
}

/** Keep-alive outlives that of Google's load balancer (600 s), else it would send into a connection that we just closed. */
const limits = {
  maxHeaderSize: 16_384,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 620_000,
  joinDuplicateHeaders: true,
};

/** Serves the services, and health, metrics and documentation, on one port. Rejects when the port cannot be had. */
export async function listen(services: readonly Service[], options: ListenOptions): Promise<RunningServer> {
  const context = contextOf(options);
  let isClosing = false;
  const metrics = [...processMetrics, ...context.journal.metrics, context.streams.metric, ...(options.metrics ?? [])];
  const all = [...services, builtInService(services, metrics, () => isClosing)];
  const app = createApp(all, context, { trustedProxies: options.trustedProxies ?? 0 });
  const server = createServer(limits, app);
  const port = await bound(server, options);
  const close = async () => {
    isClosing = true;
    context.streams.close();
    await drain(server, services, options.drainMs ?? 10_000);
  };
  return { url: `http://127.0.0.1:${port}`, port, close };
}

function contextOf(options: ListenOptions): ServerContext {
  const { authenticator, log, clock = systemClock, random = systemRandom, quota } = options;
  return {
    authenticator,
    log,
    clock,
    random,
    streams: new EventStreams({ ...streamLimits, ...options.streams }),
    journal: new RequestJournal(log, clock),
    origins: new Origins(options.corsOrigins ?? []),
    failures: new RateLimiter({ count: options.failuresPerMinute ?? 30, windowMs: 60_000 }, clock),
    quota,
    onUndeliverable: async (message) => {
      const { sample: _sample, body: _body, ...facts } = message;
      log.error({ ...facts }, 'a message will never work');
      await options.onUndeliverable?.(message);
    },
  };
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
