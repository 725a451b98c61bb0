import type { Operation } from '../../api/performances.ts';
import { catalogueTexts as words } from '../../texts/catalogue.ts';

const tones = { low: 'completed', medium: 'awaiting_approval', high: 'failed' } as const;

/** How much is at stake. */
export const Marks = ({ operation: { effect, risk } }: { readonly operation: Operation }) =>
  effect === 'none' ? (
    <span className="status">{words.reads}</span>
  ) : (
    <span className={`status status-${tones[risk]}`}>{words.risks[risk]}</span>
  );
