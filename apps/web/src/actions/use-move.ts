import { useQueryClient } from '@tanstack/react-query';
import type { Action } from '../api/action.ts';
import { useApp, useSession } from '../app-context.ts';
import { texts } from '../texts.ts';
import { useMomentText } from '../ui/moment.tsx';
import { useShowToast } from '../ui/toasts.tsx';
import { useSingleMutation } from '../ui/use-single-mutation.ts';
import { applyAction, forgetAction } from './cache.ts';
import { explainRefusal } from './explain-refusal.ts';
import { type MoveName, moves } from './moves.ts';

const patienceMs = 10_000;

/** Performs moves on one action, one at a time. `tell` hears why a move changed nothing, null when a new one begins. */
export function useMove(action: Action, tell: (refusal: string | null) => void) {
  const { actions } = useApp();
  const userId = useSession()?.userId ?? '';
  const queries = useQueryClient();
  const showToast = useShowToast();
  const momentText = useMomentText();

  const mutation = useSingleMutation({
    mutationFn: (name: MoveName) => moves[name].perform(actions, action),
    onMutate: () => tell(null),
    async onSuccess(after, name) {
      showToast({ tone: 'good', text: texts.done[name](action.wording.title) });
      if (name === 'delete') return forgetAction(queries, action.id);
      applyAction(queries, after ?? (await actions.get(action.id, AbortSignal.timeout(patienceMs))));
    },
    async onError(error) {
      const refusal = await explainRefusal(error, action, { actions, userId, momentText });
      tell(refusal.text);
      if (refusal.action === null) forgetAction(queries, action.id);
      else if (refusal.action !== undefined) applyAction(queries, refusal.action);
    },
  });

  return {
    /** What is under way; null when nothing is. */
    running: mutation.isPending ? mutation.variables : null,
    perform: mutation.mutate,
  };
}
