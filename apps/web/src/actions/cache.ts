import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Action, ActionPage } from '../api/action.ts';
import { Wanted } from '../api/actions.ts';

export const allActions = ['actions'] as const;
export const listKey = (wanted: Wanted) => [...allActions, 'list', wanted] as const;
export const actionKey = (id: string) => [...allActions, 'one', id] as const;
export const timelineKey = (id: string, rev: number) => [...allActions, 'timeline', id, rev] as const;
export const typesKey = ['action-types'] as const;

type Pages = InfiniteData<ActionPage, string | null>;

const belongs = ({ statuses, type }: Wanted, action: Action) =>
  (statuses === null || statuses.includes(action.status)) && (type === null || type === action.type);

const isNewer = (action: Action, than: Action | null) => than === null || action.rev >= than.rev;

/** The action as this browser saw it last; null when it did not. */
export function knownAction(queries: QueryClient, id: string): Action | null {
  const one = queries.getQueryData<Action>(actionKey(id));
  if (one !== undefined) return one;
  const lists = queries.getQueriesData<Pages>({ queryKey: [...allActions, 'list'] });
  for (const [, data] of lists) {
    const found = data?.pages.flatMap(({ actions }) => actions).find((action) => action.id === id);
    if (found !== undefined) return found;
  }
  return null;
}

/** Puts an action wherever it is shown, unless something newer stands there. */
export function applyAction(queries: QueryClient, action: Action): void {
  queries.setQueryData<Action>(actionKey(action.id), (known) => (isNewer(action, known ?? null) ? action : known));
  for (const [key, data] of queries.getQueriesData<Pages>({ queryKey: [...allActions, 'list'] })) {
    const isWanted = belongs(Wanted.parse(key.at(-1)), action);
    if (data !== undefined) queries.setQueryData<Pages>(key, place(data, action, isWanted));
  }
}

/** It was deleted, or is not this person's. */
export function forgetAction(queries: QueryClient, id: string): void {
  queries.removeQueries({ queryKey: actionKey(id) });
  queries.setQueriesData<Pages>({ queryKey: [...allActions, 'list'] }, (data) => data && without(data, id));
}

const eachPage = (data: Pages, change: (actions: readonly Action[]) => readonly Action[]): Pages => ({
  ...data,
  pages: data.pages.map((page) => ({ ...page, actions: [...change(page.actions)] })),
});

const without = (data: Pages, id: string) => eachPage(data, (actions) => actions.filter((action) => action.id !== id));

function place(data: Pages, action: Action, isWanted: boolean): Pages {
  const known = data.pages.flatMap(({ actions }) => actions).find(({ id }) => id === action.id) ?? null;
  if (!isNewer(action, known)) return data;
  if (!isWanted) return known === null ? data : without(data, action.id);
  if (known === null) return insert(data, action);
  return eachPage(data, (actions) => actions.map((each) => (each.id === action.id ? action : each)));
}

/** Newest first. What is older than all that was loaded comes with its page. */
function insert(data: Pages, action: Action): Pages {
  const isAfter = (each: Action) => each.createdAt <= action.createdAt;
  const target = data.pages.findIndex(({ actions }) => actions.some(isAfter));
  const last = data.pages.length - 1;
  if (target === -1 && data.pages[last]?.nextCursor !== null) return data;
  return {
    ...data,
    pages: data.pages.map((page, index) => {
      if (index !== (target === -1 ? last : target)) return page;
      const at = page.actions.findIndex(isAfter);
      return { ...page, actions: page.actions.toSpliced(at === -1 ? page.actions.length : at, 0, action) };
    }),
  };
}
