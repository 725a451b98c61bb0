import { useState } from 'react';
import { type MoveName, moves } from '../../actions/moves.ts';
import type { Action } from '../../api/action.ts';
import { texts } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { CodeBadge } from '../../ui/code-badge.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { useBulk } from './use-bulk.ts';

const offered: readonly MoveName[] = ['approve', 'reject', 'archive'];

interface BulkBarProps {
  readonly actions: readonly Action[];
  readonly onDone: () => void;
}

/** One answer for all that are selected and can take it; each is named before it happens. */
export function BulkBar({ actions, onDone }: BulkBarProps) {
  const { run, isRunning } = useBulk(onDone);
  const [asked, setAsked] = useState<{ readonly name: MoveName; readonly shown: readonly Action[] } | null>(null);
  const takers = (name: MoveName) => actions.filter(({ can }) => can.includes(moves[name].offeredAs));
  return (
    <div className="bulk" role="group" aria-label={texts.inbox.selected(actions.length)}>
      <p aria-live="polite">{texts.inbox.selected(actions.length)}</p>
      {offered
        .map((name) => ({ name, count: takers(name).length }))
        .filter(({ count }) => count > 0)
        .map(({ name, count }) => (
          <Button
            key={name}
            tone={moves[name].tone}
            isBusy={isRunning}
            onPress={() => setAsked({ name, shown: takers(name) })}
          >
            {texts.moves[name]} {count}
          </Button>
        ))}
      <Button tone="quiet" onPress={onDone}>
        {texts.inbox.clearSelection}
      </Button>
      {asked !== null && (
        <Confirm
          title={texts.confirm.bulk(texts.moves[asked.name], asked.shown.length)}
          yes={texts.moves[asked.name]}
          isDanger={asked.name !== 'approve'}
          onYes={() => run(asked.name, asked.shown)}
          onClose={() => setAsked(null)}
        >
          <ul className="bulk-names">
            {asked.shown.map(({ id, ask, wording }) => (
              <li key={id}>
                {ask !== null && <CodeBadge code={ask.code} />} {wording.verb}: <bdi>{wording.title}</bdi>
              </li>
            ))}
          </ul>
        </Confirm>
      )}
    </div>
  );
}
