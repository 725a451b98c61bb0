import type { Latency } from '../../api/operations.ts';
import { operationsTexts } from '../../texts/operations.ts';
import { Chart } from './chart.tsx';
import { durationText } from './duration-text.ts';
import { durationAxis } from './scales.ts';

const words = operationsTexts.figures;
const legend = [
  { className: 'chart-half', text: words.half },
  { className: 'chart-most', text: words.most },
] as const;

interface LatencyChartProps {
  readonly title: string;
  readonly hours: readonly Latency[];
  readonly total: Latency;
  readonly times: readonly string[];
}

interface Spread {
  readonly index: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

const spreadOf = ({ p50Ms, p95Ms }: Latency, index: number): readonly Spread[] =>
  p50Ms === null || p95Ms === null ? [] : [{ index, p50Ms, p95Ms }];

/** For each hour how long half of them took, and nearly all. */
export function LatencyChart({ title, hours, total, times }: LatencyChartProps) {
  const spreads = hours.flatMap(spreadOf);
  const axis = durationAxis(spreads.length === 0 ? [1_000] : spreads.flatMap(({ p50Ms, p95Ms }) => [p50Ms, p95Ms]));
  const y = (ms: number) => 100 - axis.position(ms) * 100;
  return (
    <Chart
      title={words.perHour(title)}
      label={`${words.perHour(title)}: ${summaryOf(total)}.`}
      legend={legend}
      marks={axis.marks.map((ms) => ({ at: axis.position(ms), text: durationText(ms) }))}
      times={times}
      width={hours.length}
    >
      {spreads.map(({ index, p50Ms, p95Ms }) => (
        <g key={index}>
          <path className="chart-spread" d={`M${index + 0.5} ${y(p50Ms)}V${y(p95Ms)}`} />
          <path className="chart-most" d={`M${index + 0.2} ${y(p95Ms)}h.6`} />
          <path className="chart-half" d={`M${index + 0.5} ${y(p50Ms)}h0`} />
        </g>
      ))}
    </Chart>
  );
}

const summaryOf = ({ p50Ms, p95Ms }: Latency) =>
  p50Ms === null || p95Ms === null
    ? words.noTimes
    : `${words.halfWithin(durationText(p50Ms))}, ${words.mostWithin(durationText(p95Ms))}`;
