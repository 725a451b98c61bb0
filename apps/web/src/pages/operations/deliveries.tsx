import { createOperationsApi, type Undelivered } from '../../api/operations.ts';
import { useApi } from '../../app-context.ts';
import { operationsTexts } from '../../texts/operations.ts';
import { Moment } from '../../ui/moment.tsx';
import { ListSection } from './list-section.tsx';
import { OwnActionLink } from './own-action-link.tsx';
import { useList } from './use-operations.ts';

const words = operationsTexts.deliveries;
const kinds: Readonly<Record<string, string>> = words.kinds;

export function Deliveries() {
  const api = useApi(createOperationsApi);
  const list = useList('deliveries', api.undelivered);
  return (
    <ListSection words={words} list={list}>
      {(message) => <UndeliveredCard key={message.messageKey} message={message} />}
    </ListSection>
  );
}

function UndeliveredCard({ message }: { readonly message: Undelivered }) {
  const { kind, actionId, userId, errorCode, attempts, createdAt } = message;
  return (
    <li className="card">
      <h3>{kinds[kind] ?? kind}</h3>
      <p>
        {errorCode === null ? words.noCode : operationsTexts.stuck.code(errorCode)},{' '}
        {operationsTexts.stuck.attempts(attempts)}
      </p>
      <p className="card-fine">
        <Moment at={createdAt} />
      </p>
      <div className="card-buttons">
        <OwnActionLink userId={userId} actionId={actionId} />
      </div>
    </li>
  );
}
