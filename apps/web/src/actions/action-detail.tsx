import { useState } from 'react';
import type { Action } from '../api/action.ts';
import { texts } from '../texts.ts';
import { Button } from '../ui/button.tsx';
import { CodeBadge } from '../ui/code-badge.tsx';
import { Icon, isIcon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { ActionOutcome } from './action-outcome.tsx';
import { ActionSituation } from './action-situation.tsx';
import { Attention } from './attention.tsx';
import { CalendarCard } from './calendar-card.tsx';
import { type Difference, differenceOf, isDifferent } from './difference.ts';
import { EditAction } from './edit/edit-action.tsx';
import { Facts } from './facts.tsx';
import { FinePrint } from './fine-print.tsx';
import { MoveButtons } from './move-buttons.tsx';
import { StatusPill } from './status-pill.tsx';
import { Timeline } from './timeline.tsx';
import { usePinned } from './use-pinned.ts';

const isOpen = ({ status }: Action) => status === 'pending' || status === 'awaiting_approval';

function Heading({
  action,
  difference: { title, verb },
}: {
  readonly action: Action;
  readonly difference: Difference;
}) {
  return (
    <header className="detail-heading">
      <p className="detail-verb">
        <Icon name={isIcon(action.type) ? action.type : 'action'} />
        {verb.now}
        {verb.was !== undefined && <del>{verb.was}</del>}
      </p>
      <h1 tabIndex={-1} id="action-title">
        <bdi>{title.now}</bdi>
        {title.was !== undefined && <del>{title.was}</del>}
      </h1>
      <p className="detail-marks">
        {action.ask !== null && <CodeBadge code={action.ask.code} />}
        <StatusPill action={action} />
      </p>
    </header>
  );
}

/** One action, whole: what exactly will happen, what can be done about it, and how it came about. */
export function ActionDetail({ action }: { readonly action: Action }) {
  const { shown, newer, before, accept } = usePinned(action);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isEditing, setEditing] = useState(false);
  const difference = differenceOf(shown.wording, isOpen(shown) ? (shown.previous ?? before?.wording ?? null) : null);

  const endEditing = (saved: Action | null) => {
    setEditing(false);
    if (saved !== null) accept(saved);
  };
  if (isEditing) return <EditAction action={shown} onDone={endEditing} />;
  return (
    <article className="detail" aria-labelledby="action-title">
      <Heading action={shown} difference={difference} />
      {refusal !== null && (
        <Notice tone="warning" isNews>
          {refusal}
        </Notice>
      )}
      {newer !== null && (
        <Notice tone="warning" isNews>
          <p>{texts.action.newerVersion}</p>
          <Button tone="primary" onPress={() => accept(newer)}>
            {texts.action.showNewer}
          </Button>
        </Notice>
      )}
      <Attention action={shown} />
      {isDifferent(difference) && <Notice tone="info">{texts.action.changedSince}</Notice>}
      <section className="detail-facts">
        <h2>{isOpen(shown) ? texts.action.facts : texts.action.factsDone}</h2>
        <Facts difference={difference} />
        <CalendarCard action={shown} />
      </section>
      <ActionOutcome action={shown} />
      {newer === null && (
        <MoveButtons action={shown} onRefused={setRefusal}>
          {shown.can.includes('edit') && <Button onPress={() => setEditing(true)}>{texts.moves.edit}</Button>}
        </MoveButtons>
      )}
      <ActionSituation action={shown} />
      <Timeline action={action} />
      <FinePrint action={shown} />
    </article>
  );
}
