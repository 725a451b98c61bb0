import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ActionDetail } from '../../actions/action-detail.tsx';
import { actionKey, applyAction, knownAction } from '../../actions/cache.ts';
import { isApiError } from '../../api/api-error.ts';
import { useApp } from '../../app-context.ts';
import { texts } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icon.tsx';

const lookEveryMs = 3_000;

function useAction(id: string) {
  const { actions } = useApp();
  const queries = useQueryClient();
  return useQuery({
    queryKey: actionKey(id),
    async queryFn({ signal }) {
      const action = await actions.get(id, signal);
      applyAction(queries, action);
      return action;
    },
    // The stream tells of changes of the status and the content; whether the question arrived is found by looking again.
    refetchInterval: lookEveryMs,
    placeholderData: () => knownAction(queries, id) ?? undefined,
  });
}

export function OpenedAction({ id }: { readonly id: string }) {
  const { data: action, error, refetch } = useAction(id);
  const isThere = action !== undefined;
  useEffect(() => {
    if (isThere) document.getElementById('action-title')?.focus({ preventScroll: true });
  }, [isThere]);
  return (
    <>
      <Link className="back" from="/inbox" search={({ action: _action, ...search }) => search}>
        <Icon name="back" /> {texts.action.back}
      </Link>
      {action !== undefined && <ActionDetail action={action} />}
      {action === undefined && error === null && <p className="loading">{texts.loading}</p>}
      {action === undefined && error !== null && (
        <Empty title={isApiError(error, 'NOT_FOUND', 'VALIDATION_FAILED') ? texts.action.gone : error.message}>
          <Button onPress={() => void refetch()}>{texts.tryAgain}</Button>
        </Empty>
      )}
    </>
  );
}
