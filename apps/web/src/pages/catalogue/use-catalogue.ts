import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { isApiError } from '../../api/api-error.ts';
import { type Connection, createConnectionsApi } from '../../api/connections.ts';
import { createPerformancesApi, type PerformanceAnswer, type Wish } from '../../api/performances.ts';
import { useApi, useApp } from '../../app-context.ts';
import { type Problem, problemsOf } from '../../forms/problems.ts';
import { useSingleMutation } from '../../ui/use-single-mutation.ts';

const requestsKey = ['requests'] as const;

export function useOperations() {
  const api = useApi(createPerformancesApi);
  return useQuery({
    queryKey: ['catalogue'],
    queryFn: ({ signal }) => api.operations(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useRequests() {
  const api = useApi(createPerformancesApi);
  return useQuery({ queryKey: requestsKey, queryFn: ({ signal }) => api.requests(signal), staleTime: 0 });
}

const noAccounts: readonly Connection[] = [];

export function useAccountsOf(platform: string): readonly Connection[] {
  const api = useApi(createConnectionsApi);
  const { data } = useQuery({ queryKey: ['connections'], queryFn: ({ signal }) => api.list(signal), staleTime: 0 });
  return data?.filter((connection) => connection.platform === platform) ?? noAccounts;
}

export type Outcome = PerformanceAnswer | { readonly status: 'failed'; readonly error: Error };

const none: readonly Problem[] = [];

/** Wishes go out under a key: one whose answer was lost goes out again under the same, so that it is done once. */
export function usePerformance() {
  const api = useApi(createPerformancesApi);
  const { newKey } = useApp();
  const queries = useQueryClient();
  const lost = useRef<{ readonly wish: string; readonly key: string } | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [problems, setProblems] = useState(none);
  const { mutate, isPending } = useSingleMutation<PerformanceAnswer, Wish>({
    mutationFn(wish) {
      const text = JSON.stringify(wish);
      if (lost.current?.wish !== text) lost.current = { wish: text, key: newKey() };
      return api.perform(wish, lost.current.key);
    },
    onMutate() {
      setOutcome(null);
      setProblems(none);
    },
    onSuccess(answer) {
      lost.current = null;
      setOutcome(answer);
    },
    onError(error) {
      if (!isApiError(error, 'UNREACHABLE', 'UNEXPECTED')) lost.current = null;
      const found = problemsOf(error);
      setProblems(found);
      if (found.length === 0) setOutcome({ status: 'failed', error });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: requestsKey }),
  });
  return { perform: mutate, isBusy: isPending, outcome, problems };
}
