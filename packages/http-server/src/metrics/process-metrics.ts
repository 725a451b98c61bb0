import type { Metric } from './metric.ts';

const gauge = (name: string, help: string, read: () => number, kind: Metric['kind'] = 'gauge'): Metric => ({
  name,
  help,
  kind,
  samples: () => [{ labels: {}, value: read() }],
});

/** What the process itself costs. */
export const processMetrics: readonly Metric[] = [
  gauge(
    'process_cpu_seconds_total',
    'User and system time.',
    () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    },
    'counter',
  ),
  gauge('process_resident_memory_bytes', 'Resident set size.', () => process.memoryUsage.rss()),
  gauge('process_uptime_seconds', 'Since the process began.', () => process.uptime()),
  gauge(
    'nodejs_eventloop_utilization',
    'Share of the time that the event loop was busy.',
    () => performance.eventLoopUtilization().utilization,
  ),
];
