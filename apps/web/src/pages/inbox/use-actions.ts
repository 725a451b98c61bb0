import { useInfiniteQuery } from '@tanstack/react-query';
import { listKey } from '../../actions/cache.ts';
import type { Action } from '../../api/action.ts';
import type { Wanted } from '../../api/actions.ts';
import { useApp } from '../../app-context.ts';

/** The person's actions of a kind, newest first, page after page. */
export function useActions(wanted: Wanted) {
  const { actions } = useApp();
  return useInfiniteQuery({
    queryKey: listKey(wanted),
    queryFn: ({ pageParam, signal }) => actions.list(wanted, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages }) => pages.flatMap((page): readonly Action[] => page.actions),
  });
}
