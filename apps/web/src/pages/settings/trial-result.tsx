import { Link } from '@tanstack/react-router';
import type { Trial, TriedAction } from '../../api/rules.ts';
import { settingsTexts } from '../../texts/settings.ts';
import { Moment } from '../../ui/moment.tsx';
import { Notice } from '../../ui/notice.tsx';

const words = settingsTexts.trial;
const verdictWords: Readonly<Record<string, string>> = words.verdict;

/** In the order in which they matter to whoever thinks about a rule. */
const verdicts = ['rejected', 'edited', 'approved', 'none', 'rule'] as const;

/** What a rule would have approved, and how that compares with what the person said. */
export function TrialResult({ trial: { looked, counts, overCap, isComplete, against, others } }: { trial: Trial }) {
  const sum = verdicts.reduce((all, name) => all + counts[name], 0);
  const remarks = [...(overCap > 0 ? [words.overCap(overCap)] : []), ...(isComplete ? [] : [words.incomplete])];
  return (
    <div className="trial" role="status">
      <Notice tone={against.length > 0 ? 'warning' : 'info'}>
        <p>{sum === 0 ? words.none(looked) : words.sum(sum, looked)}</p>
        {sum > 0 && (
          <p>
            {verdicts
              .filter((name) => counts[name] > 0)
              .map((name) => words.verdicts[name](counts[name]))
              .join(', ')}
            .
          </p>
        )}
        {remarks.map((remark) => (
          <p key={remark}>{remark}</p>
        ))}
      </Notice>
      <TriedActions title={words.against} actions={against} />
      <TriedActions title={words.others} actions={others} />
    </div>
  );
}

function TriedActions({ title, actions }: { readonly title: string; readonly actions: readonly TriedAction[] }) {
  if (actions.length === 0) return null;
  return (
    <details className="trial-actions">
      <summary>
        {title} ({actions.length})
      </summary>
      <ul>
        {actions.map(({ id, title: name, verdict, createdAt }) => (
          <li key={id}>
            <Link to="/inbox" search={{ action: id }}>
              <bdi>{name}</bdi>
            </Link>
            <span className="card-fine">
              {verdictWords[verdict] ?? verdict}, <Moment at={createdAt} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
