import type { QueryClient } from '@tanstack/react-query';
import { allActions, applyAction, forgetAction, knownAction } from '../actions/cache.ts';
import type { Action } from '../api/action.ts';
import type { ActionsApi } from '../api/actions.ts';
import { texts } from '../texts.ts';
import type { ShowToast } from '../ui/toasts.tsx';

interface ChangeBatchOptions {
  readonly actions: ActionsApi;
  readonly queries: QueryClient;
  readonly showToast: ShowToast;
}

/** What an action has made is among them. */
const allItems = ['items'];

/** Changes that come together are fetched together; this long after the first. */
const collectMs = 60;
/** As many as one request may ask for; with more than this at once the lists are read anew. */
const batchMax = 50;

/** Fetches actions of which the stream says that they changed, and puts them where they are shown. */
export function createChangeBatch({ actions, queries, showToast }: ChangeBatchOptions) {
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function fetchWaiting(): Promise<void> {
    timer = undefined;
    const ids = [...waiting];
    waiting.clear();
    if (ids.length > batchMax) return readAnew();
    try {
      const found = await actions.batch(ids);
      for (const action of found) take(action);
      const gone = ids.filter((id) => !found.some((action) => action.id === id));
      for (const id of gone) forgetAction(queries, id);
    } catch {
      await readAnew();
    }
  }

  /** What changed is not known one by one, nor what it made. */
  async function readAnew(): Promise<void> {
    await Promise.all([allActions, allItems].map((queryKey) => queries.invalidateQueries({ queryKey })));
  }

  function take(action: Action): void {
    const before = knownAction(queries, action.id);
    applyAction(queries, action);
    if (action.status === 'completed') void queries.invalidateQueries({ queryKey: allItems });
    if (before === null || before.status === action.status) return;
    const { title } = action.wording;
    if (action.status === 'completed') showToast({ tone: 'good', text: texts.done.completed(title) });
    if (action.status === 'failed') showToast({ tone: 'bad', text: texts.done.failed(title) });
  }

  return {
    add(id: string): void {
      waiting.add(id);
      timer ??= setTimeout(() => void fetchWaiting(), collectMs);
    },
    stop: () => clearTimeout(timer),
  };
}
