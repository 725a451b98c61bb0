import type { Action } from '../api/action.ts';
import { texts } from '../texts.ts';

/** What proves which content was shown and approved. */
export function FinePrint({
  action: { id, version, contentHash, commandId, confidence },
}: {
  readonly action: Action;
}) {
  const lines = [
    [texts.action.version, String(version)],
    [texts.action.hash, contentHash],
    [texts.action.id, id],
    [texts.action.command, commandId],
    [texts.action.confidence, `${Math.round(confidence * 100)} %`],
  ] as const;
  return (
    <details className="fine-print">
      <summary>{texts.action.fine}</summary>
      <dl>
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
