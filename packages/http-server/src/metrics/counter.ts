import type { Labels, Metric } from './metric.ts';

export interface Counter extends Metric {
  increment(labels?: Labels, by?: number): void;
}

const none: Labels = {};

/** A figure that only grows. Label values come from closed sets, never from a request: each new one is kept for good. */
export function createCounter(name: string, help: string): Counter {
  const series = new Map<string, { readonly labels: Labels; value: number }>();
  const at = (labels: Labels) => {
    const key = labels === none ? '' : JSON.stringify(labels);
    let entry = series.get(key);
    if (entry === undefined) series.set(key, (entry = { labels, value: 0 }));
    return entry;
  };
  return {
    name,
    help,
    kind: 'counter',
    increment: (labels = none, by = 1) => {
      at(labels).value += by;
    },
    samples: () => (series.size === 0 ? [{ labels: none, value: 0 }] : series.values()),
  };
}
