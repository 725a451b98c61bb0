import type { Labels, Metric, Sample } from './metric.ts';

const escaped = (value: string) => value.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');

const labelsText = (labels: Labels) => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
};

const line = (name: string, { suffix = '', labels, value }: Sample) => `${name}${suffix}${labelsText(labels)} ${value}`;

/**
 * Prometheus' text format: https://prometheus.io/docs/instrumenting/exposition_formats/.
 * Two services of one process may count under one name; the family then has one head, and equal series are added up.
 */
export function metricsText(metrics: readonly Metric[]): string {
  const families = Map.groupBy(metrics, ({ name }) => name);
  return [...families.values()].map(family).join('');
}

function family(metrics: readonly Metric[]): string {
  const [first] = metrics;
  if (first === undefined) return '';
  const lines = summed(metrics.flatMap((metric) => [...metric.samples()])).map((sample) => line(first.name, sample));
  return [`# HELP ${first.name} ${first.help}`, `# TYPE ${first.name} ${first.kind}`, ...lines, ''].join('\n');
}

function summed(samples: readonly Sample[]): Sample[] {
  const series = Map.groupBy(samples, ({ suffix = '', labels }) => suffix + labelsText(labels));
  return [...series.values()].flatMap((same) =>
    same.slice(0, 1).map((sample) => ({ ...sample, value: same.reduce((sum, { value }) => sum + value, 0) })),
  );
}
