import { createOperationsApi, type Stuck } from '../../api/operations.ts';
import { useApi } from '../../app-context.ts';
import { operationsTexts } from '../../texts/operations.ts';
import { Moment } from '../../ui/moment.tsx';
import { ListSection } from './list-section.tsx';
import { OwnActionLink } from './own-action-link.tsx';
import { useList } from './use-operations.ts';

const words = operationsTexts.stuck;
const reasons: Readonly<Record<string, string>> = words.reasons;

export function StuckActions() {
  const api = useApi(createOperationsApi);
  const list = useList('stuck', api.stuck);
  return (
    <ListSection words={words} list={list}>
      {(stuck) => <StuckCard key={stuck.actionId} stuck={stuck} />}
    </ListSection>
  );
}

function StuckCard({ stuck }: { readonly stuck: Stuck }) {
  const { actionId, userId, type, reason, since, attempts, failureCode, untold } = stuck;
  const marks = [
    type,
    ...(attempts > 0 ? [words.attempts(attempts)] : []),
    ...(failureCode === null ? [] : [words.code(failureCode)]),
    ...(untold.length > 0 ? [words.untold(untold.join(', '))] : []),
  ];
  return (
    <li className="card">
      <h3>{reasons[reason] ?? reason}</h3>
      <p>{marks.join(', ')}</p>
      <p className="card-fine">
        {words.since} <Moment at={since} />
      </p>
      <div className="card-buttons">
        <OwnActionLink userId={userId} actionId={actionId} />
      </div>
    </li>
  );
}
