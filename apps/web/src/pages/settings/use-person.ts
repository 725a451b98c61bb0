import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createPersonApi, type Me, type MeChange } from '../../api/person.ts';
import { useApi } from '../../app-context.ts';
import { useAttempt } from '../../forms/use-attempt.ts';
import { settingsTexts } from '../../texts/settings.ts';
import { useShowToast } from '../../ui/toasts.tsx';

const meKey = ['person', 'me'] as const;
export const keysKey = ['person', 'keys'] as const;

export function useMe() {
  const person = useApi(createPersonApi);
  return useQuery({ queryKey: meKey, queryFn: ({ signal }) => person.me(signal) });
}

export function useModelKeys() {
  const person = useApi(createPersonApi);
  return useQuery({ queryKey: keysKey, queryFn: ({ signal }) => person.keys(signal) });
}

/** Saves a change of the person's settings and says so. */
export function useSaveMe(onSaved: () => void) {
  const person = useApi(createPersonApi);
  const queries = useQueryClient();
  const showToast = useShowToast();
  return useAttempt<MeChange, Me>(person.change, (me) => {
    queries.setQueryData(meKey, me);
    showToast({ tone: 'good', text: settingsTexts.saved });
    onSaved();
  });
}
