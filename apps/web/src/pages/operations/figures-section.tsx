import type { Figures } from '../../api/operations.ts';
import { operationsTexts } from '../../texts/operations.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FiguresTable } from './figures-table.tsx';
import { LatencyChart } from './latency-chart.tsx';
import { type Span, spanNames } from './spans.ts';
import { ThroughputChart } from './throughput-chart.tsx';
import { timesOf } from './times-of.ts';
import type { useFigures } from './use-operations.ts';

const words = operationsTexts.figures;
const counts = ['created', 'approved', 'rejected', 'completed', 'failed'] as const;

interface FiguresSectionProps {
  readonly figures: ReturnType<typeof useFigures>;
  readonly span: Span;
  readonly onSpan: (span: Span) => void;
}

export function FiguresSection({ figures, span, onSpan }: FiguresSectionProps) {
  return (
    <section aria-labelledby="figures-title">
      <div className="figures-head">
        <h2 id="figures-title">{words.title}</h2>
        <div className="shows" role="group" aria-label={words.spanLabel}>
          {spanNames.map((name) => (
            <button key={name} type="button" className="show" aria-pressed={name === span} onClick={() => onSpan(name)}>
              {words.spans[name]}
            </button>
          ))}
        </div>
      </div>
      <Loaded query={figures}>{(known) => <FiguresView figures={known} />}</Loaded>
    </section>
  );
}

function FiguresView({ figures: { hours, total, isWhole } }: { readonly figures: Figures }) {
  const times = timesOf(hours.map(({ hour }) => hour));
  return (
    <>
      {!isWhole && <Notice tone="warning">{words.notWhole}</Notice>}
      <dl className="tiles">
        {counts.map((name) => (
          <div key={name} className="tile">
            <dt>{words.counts[name]}</dt>
            <dd>{total[name]}</dd>
          </div>
        ))}
      </dl>
      <ThroughputChart hours={hours} total={total} times={times} />
      <div className="charts">
        <LatencyChart
          title={words.toApprove}
          hours={hours.map(({ timeToApprove }) => timeToApprove)}
          total={total.timeToApprove}
          times={times}
        />
        <LatencyChart
          title={words.toRun}
          hours={hours.map(({ timeToRun }) => timeToRun)}
          total={total.timeToRun}
          times={times}
        />
      </div>
      <FiguresTable hours={hours} />
    </>
  );
}
