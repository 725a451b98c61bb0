import { useQuery } from '@tanstack/react-query';
import { typesKey } from '../../actions/cache.ts';
import { useApp } from '../../app-context.ts';

/** What an action can be, for whoever has to choose. */
export function useTypeChoices() {
  const { actions } = useApp();
  const { data = [] } = useQuery({
    queryKey: typesKey,
    queryFn: actions.types,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data.map(({ name }) => ({ value: name, label: name }));
}
