import { useEffect, useState } from 'react';
import { isApiError } from '../../api/api-error.ts';
import { operationsTexts } from '../../texts/operations.ts';
import { texts } from '../../texts.ts';
import { Empty } from '../../ui/empty.tsx';
import { DeadLetters } from './dead-letters.tsx';
import { Deliveries } from './deliveries.tsx';
import { FiguresSection } from './figures-section.tsx';
import type { Span } from './spans.ts';
import { StuckActions } from './stuck-actions.tsx';
import { useFigures } from './use-operations.ts';

/** What operators look at when something may be wrong. It shows nothing that a person wrote. */
export function OperationsPage() {
  const [span, setSpan] = useState<Span>('day');
  const figures = useFigures(span);
  useEffect(() => {
    document.title = `${texts.pages.operations} · ${texts.product}`;
  }, []);
  const isOperator = !isApiError(figures.error, 'FORBIDDEN');
  return (
    <section className="operations" aria-labelledby="operations-title">
      <header>
        <h1 id="operations-title">{texts.pages.operations}</h1>
        {isOperator && <p className="lead">{operationsTexts.refreshed}</p>}
      </header>
      {isOperator ? (
        <>
          <FiguresSection figures={figures} span={span} onSpan={setSpan} />
          <DeadLetters />
          <StuckActions />
          <Deliveries />
        </>
      ) : (
        <Empty {...operationsTexts.noRight} />
      )}
    </section>
  );
}
