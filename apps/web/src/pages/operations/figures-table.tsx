import type { Hour, Latency } from '../../api/operations.ts';
import { operationsTexts } from '../../texts/operations.ts';
import { Moment } from '../../ui/moment.tsx';
import { durationText } from './duration-text.ts';

const words = operationsTexts.figures;
const counts = ['created', 'approved', 'rejected', 'completed', 'failed'] as const;
const latencies = { timeToApprove: words.toApprove, timeToRun: words.toRun } as const;
const latencyNames = ['timeToApprove', 'timeToRun'] as const;

const hasSomething = (hour: Hour) => counts.some((name) => hour[name] > 0);

const latencyText = ({ p50Ms, p95Ms }: Latency) =>
  p50Ms === null || p95Ms === null
    ? '–'
    : `${words.halfWithin(durationText(p50Ms))}, ${words.mostWithin(durationText(p95Ms))}`;

/** The charts in numbers, newest hour first; hours in which nothing happened are left out. */
export function FiguresTable({ hours }: { readonly hours: readonly Hour[] }) {
  const shown = hours.filter(hasSomething).toReversed();
  if (shown.length === 0) return <p className="nothing-here">{words.nothing}</p>;
  return (
    <details className="figures-table">
      <summary>{words.table}</summary>
      <div className="table-room" tabIndex={0} role="region" aria-label={words.table}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.hour}</th>
              {counts.map((name) => (
                <th key={name} scope="col" className="number">
                  {words.counts[name]}
                </th>
              ))}
              {latencyNames.map((name) => (
                <th key={name} scope="col">
                  {latencies[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((hour) => (
              <tr key={hour.hour}>
                <th scope="row">
                  <Moment at={hour.hour} />
                </th>
                {counts.map((name) => (
                  <td key={name} className="number">
                    {hour[name]}
                  </td>
                ))}
                {latencyNames.map((name) => (
                  <td key={name}>{latencyText(hour[name])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
