import { createOperationsApi } from '../../api/operations.ts';
import { useApi } from '../../app-context.ts';
import { operationsTexts } from '../../texts/operations.ts';
import { DeadLetterCard } from './dead-letter-card.tsx';
import { ListSection } from './list-section.tsx';
import { useList } from './use-operations.ts';

export function DeadLetters() {
  const api = useApi(createOperationsApi);
  const list = useList('dead-letters', api.deadLetters);
  return (
    <ListSection words={operationsTexts.deadLetters} list={list}>
      {(letter) => <DeadLetterCard key={letter.id} letter={letter} />}
    </ListSection>
  );
}
