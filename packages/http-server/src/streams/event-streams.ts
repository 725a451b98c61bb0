import type { ServerResponse } from 'node:http';
import { AppError } from '@intexuraos/kernel';
import type { Metric } from '../metrics/metric.ts';
import { EventStream } from './event-stream.ts';

export interface StreamLimits {
  readonly heartbeatMs: number;
  /** A stream ends after this and is opened again, so that nobody reads longer than their token allows. */
  readonly ageMaxMs: number;
  readonly bufferedBytesMax: number;
  readonly perPersonMax: number;
}

export const streamLimits: StreamLimits = {
  heartbeatMs: 15_000,
  ageMaxMs: 600_000,
  bufferedBytesMax: 256_000,
  perPersonMax: 20,
};

/** All open streams of one server: one timer for the heartbeat, one place to close them. */
export class EventStreams {
  readonly #limits: StreamLimits;
  readonly #open = new Set<EventStream>();
  readonly #perPerson = new Map<string, number>();
  readonly #heartbeat: NodeJS.Timeout;
  #isClosed = false;

  constructor(limits: StreamLimits) {
    this.#limits = limits;
    this.#heartbeat = setInterval(() => {
      for (const stream of this.#open) stream.heartbeat();
    }, limits.heartbeatMs).unref();
  }

  /** Throws RATE_LIMITED over the person's number of streams, UNAVAILABLE while the server is closing. */
  open(response: ServerResponse, requestId: string, userId: string): EventStream {
    if (this.#isClosed) throw new AppError('UNAVAILABLE', 'The server is closing', { retryAfterSeconds: 1 });
    if ((this.#perPerson.get(userId) ?? 0) >= this.#limits.perPersonMax) {
      throw new AppError('RATE_LIMITED', 'Too many open streams', { retryAfterSeconds: 5 });
    }
    const stream = new EventStream(response, requestId, this.#limits.bufferedBytesMax);
    const age = setTimeout(() => stream.end(), this.#limits.ageMaxMs).unref();
    this.#count(userId, 1);
    this.#open.add(stream);
    response.once('close', () => {
      clearTimeout(age);
      this.#open.delete(stream);
      this.#count(userId, -1);
    });
    return stream;
  }

  get metric(): Metric {
    const samples = () => [{ labels: {}, value: this.#open.size }];
    return { name: 'http_streams_open', help: 'Open streams of server-sent events.', kind: 'gauge', samples };
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#heartbeat);
    for (const stream of this.#open) stream.end();
  }

  #count(userId: string, by: number): void {
    const now = (this.#perPerson.get(userId) ?? 0) + by;
    if (now > 0) this.#perPerson.set(userId, now);
    else this.#perPerson.delete(userId);
  }
}
