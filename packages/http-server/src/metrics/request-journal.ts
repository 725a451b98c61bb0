import type { Clock, Logger } from '@intexuraos/kernel';
import type { Labels, Metric, Sample } from './metric.ts';

const bucketSeconds = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30];

interface Duration {
  readonly labels: Labels;
  /** By bucket, not cumulative; the last is for what is longer than all of them. */
  readonly counts: number[];
  seconds: number;
}

type Statuses = Map<number, { readonly labels: Labels; value: number }>;

/** What is written down of each answered request: one line in the log, one count, one duration. */
export class RequestJournal {
  readonly #log: Logger;
  readonly #clock: Clock;
  readonly #durations: Duration[] = [];
  readonly #statuses: Statuses[] = [];

  constructor(log: Logger, clock: Clock) {
    this.#log = log;
    this.#clock = clock;
  }

  /** The page for one route. `route` is the declared path, so that no id of a request becomes a label. */
  page(method: string, route: string): (requestId: string, status: number, startedAtMs: number) => void {
    const duration: Duration = { labels: { method, route }, counts: bucketSeconds.map(() => 0).concat(0), seconds: 0 };
    const statuses: Statuses = new Map();
    this.#durations.push(duration);
    this.#statuses.push(statuses);
    return (requestId, status, startedAtMs) => {
      const ms = this.#clock.now() - startedAtMs;
      record(duration, ms / 1000);
      const count = statuses.get(status);
      if (count === undefined) statuses.set(status, { labels: { method, route, status: String(status) }, value: 1 });
      else count.value += 1;
      this.#log.info({ requestId, method, route, status, ms }, 'request');
    };
  }

  get metrics(): readonly Metric[] {
    return [
      {
        name: 'http_requests_total',
        help: 'Answered requests by declared route and status.',
        kind: 'counter',
        samples: () => this.#statuses.flatMap((statuses) => [...statuses.values()]),
      },
      {
        name: 'http_request_duration_seconds',
        help: 'From the first handler to the answer.',
        kind: 'histogram',
        samples: () => this.#durations.flatMap(histogram),
      },
    ];
  }
}

function record(duration: Duration, seconds: number): void {
  const longer = bucketSeconds.findIndex((bound) => seconds <= bound);
  const bucket = longer === -1 ? bucketSeconds.length : longer;
  duration.counts[bucket] = (duration.counts[bucket] ?? 0) + 1;
  duration.seconds += seconds;
}

function histogram({ labels, counts, seconds }: Duration): Sample[] {
  let total = 0;
  const buckets = counts.map((count, at) => {
    total += count;
    return { suffix: '_bucket', labels: { ...labels, le: String(bucketSeconds[at] ?? '+Inf') }, value: total };
  });
  if (total === 0) return [];
  return [...buckets, { suffix: '_sum', labels, value: seconds }, { suffix: '_count', labels, value: total }];
}
