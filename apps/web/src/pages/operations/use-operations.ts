import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { isApiError } from '../../api/api-error.ts';
import { createOperationsApi, type Page } from '../../api/operations.ts';
import { useApi } from '../../app-context.ts';
import { type Span, spans } from './spans.ts';

export const operationsKey = ['operations'] as const;
const lookEveryMs = 15_000;

export function useFigures(span: Span) {
  const api = useApi(createOperationsApi);
  return useQuery({
    queryKey: [...operationsKey, 'figures', span],
    queryFn: ({ signal }) => api.figures(spans[span], signal),
    refetchInterval: ({ state }) => (isApiError(state.error, 'FORBIDDEN') ? false : lookEveryMs),
    placeholderData: keepPreviousData,
  });
}

type Read<Entry> = (cursor: string | null, signal: AbortSignal) => Promise<Page<Entry>>;

/** A list of the operators, page after page, renewed by itself. */
export function useList<Entry>(name: string, read: Read<Entry>) {
  return useInfiniteQuery({
    queryKey: [...operationsKey, name],
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages }) => pages.flatMap(({ entries }) => entries),
    refetchInterval: lookEveryMs,
  });
}
