import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Connection, createConnectionsApi } from '../../api/connections.ts';
import { useApi } from '../../app-context.ts';
import { useAttempt } from '../../forms/use-attempt.ts';
import { connectionsTexts as words } from '../../texts/connections.ts';
import { useShowToast } from '../../ui/toasts.tsx';
import { useSingleMutation } from '../../ui/use-single-mutation.ts';

const connectionsKey = ['connections'] as const;

export function usePlatforms() {
  const api = useApi(createConnectionsApi);
  return useQuery({
    queryKey: ['platforms'],
    queryFn: ({ signal }) => api.platforms(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useConnections() {
  const api = useApi(createConnectionsApi);
  return useQuery({ queryKey: connectionsKey, queryFn: ({ signal }) => api.list(signal), staleTime: 0 });
}

/** Sends a change of the connections, tells it, and shows them as they are then. */
export function useConnectionAttempt<Input>(
  work: (input: Input) => Promise<Connection>,
  told: (label: string) => string,
  onDone: () => void,
) {
  const queries = useQueryClient();
  const showToast = useShowToast();
  return useAttempt(work, async ({ label }) => {
    showToast({ tone: 'good', text: told(label) });
    onDone();
    await queries.invalidateQueries({ queryKey: connectionsKey });
  });
}

export function useDisconnect({ id, label }: Connection) {
  const api = useApi(createConnectionsApi);
  const queries = useQueryClient();
  const showToast = useShowToast();
  return useSingleMutation<{ revoked: boolean }, void>({
    mutationFn: () => api.remove(id),
    onSuccess: ({ revoked }) => showToast({ tone: 'good', text: words.disconnected(label, revoked) }),
    onError: ({ message }) => showToast({ tone: 'bad', text: message }),
    onSettled: () => queries.invalidateQueries({ queryKey: connectionsKey }),
  });
}

/** Leaves for the platform's own page. It leads back here. */
export function useDeparture() {
  const api = useApi(createConnectionsApi);
  return useAttempt(api.start, (url) => location.assign(url));
}
