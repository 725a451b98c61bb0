import { useState } from 'react';
import type { DeadLetter } from '../../api/operations.ts';
import { operationsTexts } from '../../texts/operations.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Moment, useMomentText } from '../../ui/moment.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useLetterMoves } from './use-letter-moves.ts';

const words = operationsTexts.deadLetters;

/** A message that was put aside: which, why, what is left of it, and what can be done. */
export function DeadLetterCard({ letter }: { readonly letter: DeadLetter }) {
  const { event, subscription, reason, sample, at, canRedrive } = letter;
  const { perform, isBusy, refusal } = useLetterMoves(letter);
  const [isAsked, setAsked] = useState(false);
  return (
    <li className="card">
      <h3>{event}</h3>
      <p>
        <bdi>{reason}</bdi>
      </p>
      <p className="card-fine">
        {subscription}, <Moment at={at} />
      </p>
      <Redriven letter={letter} />
      {refusal !== null && (
        <Notice tone="bad" isNews>
          {refusal}
        </Notice>
      )}
      <details className="card-sample">
        <summary>{words.sample}</summary>
        <code>{sample}</code>
      </details>
      <div className="card-buttons">
        {canRedrive && (
          <Button tone="primary" isBusy={isBusy} label={words.redriveLabel(event)} onPress={() => perform('redrive')}>
            {words.redrive}
          </Button>
        )}
        <Button tone="quiet" isBusy={isBusy} label={words.dismissLabel(event)} onPress={() => setAsked(true)}>
          {words.dismiss}
        </Button>
      </div>
      {isAsked && (
        <Confirm
          title={words.dismissTitle}
          yes={words.dismiss}
          isDanger
          onYes={() => perform('dismiss')}
          onClose={() => setAsked(false)}
        >
          <p>
            {event}: <bdi>{reason}</bdi>
          </p>
          <p>{words.dismissAdvice}</p>
        </Confirm>
      )}
    </li>
  );
}

function Redriven({ letter: { redrive, canRedrive } }: { readonly letter: DeadLetter }) {
  const momentText = useMomentText();
  if (redrive === null) return canRedrive ? null : <p className="card-fine">{words.onlySample}</p>;
  const { by, startedAt, doneAt } = redrive;
  return (
    <Notice tone="info">
      {doneAt === null ? words.beingSent(by, momentText(startedAt)) : words.sentBy(by, momentText(doneAt))}
    </Notice>
  );
}
