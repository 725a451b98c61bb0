import type { Hour } from '../../api/operations.ts';
import { operationsTexts } from '../../texts/operations.ts';
import { Chart } from './chart.tsx';
import { axisEnd } from './scales.ts';

const words = operationsTexts.figures;

/** From the foot up. */
const ends = ['completed', 'rejected', 'failed'] as const;
const legend = ['created', ...ends] as const;

interface ThroughputChartProps {
  readonly hours: readonly Hour[];
  readonly total: Pick<Hour, (typeof legend)[number]>;
  readonly times: readonly string[];
}

/** A bar for each hour, of what became of actions in it; a line where as many were created. */
export function ThroughputChart({ hours, total, times }: ThroughputChartProps) {
  const top = axisEnd(Math.max(...hours.map((hour) => Math.max(hour.created, sumOf(hour, ends.length)))));
  return (
    <Chart
      title={words.throughput}
      label={`${words.throughput}: ${legend.map((name) => `${total[name]} ${words.counts[name]}`).join(', ')}.`}
      legend={legend.map((name) => ({ className: `chart-${name}`, text: words.counts[name] }))}
      marks={[0, 0.5, 1].map((at) => ({ at, text: String(at * top) }))}
      times={times}
      width={hours.length}
    >
      {hours.map((hour, index) => (
        <g key={hour.hour}>
          {ends.map((name, at) => (
            <rect
              key={name}
              className={`chart-${name}`}
              x={index + 0.15}
              width={0.7}
              y={100 - (sumOf(hour, at + 1) / top) * 100}
              height={(hour[name] / top) * 100}
            />
          ))}
          {hour.created > 0 && <path className="chart-created" d={`M${index} ${100 - (hour.created / top) * 100}h1`} />}
        </g>
      ))}
    </Chart>
  );
}

const sumOf = (hour: Hour, count: number) => ends.slice(0, count).reduce((sum, name) => sum + hour[name], 0);
