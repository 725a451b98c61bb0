import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Action } from '../../api/action.ts';
import type { Edit } from '../../api/actions.ts';
import { useApp, useSession } from '../../app-context.ts';
import { type Problem, problemsOf } from '../../forms/problems.ts';
import { texts } from '../../texts.ts';
import { useMomentText } from '../../ui/moment.tsx';
import { useShowToast } from '../../ui/toasts.tsx';
import { useSingleMutation } from '../../ui/use-single-mutation.ts';
import { applyAction } from '../cache.ts';
import { explainRefusal } from '../explain-refusal.ts';

const none: readonly Problem[] = [];

interface Wish {
  readonly edit: Edit;
  readonly approves: boolean;
}

/** Saves an edit of `action`, and approves what was saved if that is wished and possible. Nothing typed is ever lost. */
export function useEdit(action: Action, onSaved: (saved: Action) => void) {
  const { actions } = useApp();
  const userId = useSession()?.userId ?? '';
  const queries = useQueryClient();
  const showToast = useShowToast();
  const momentText = useMomentText();
  const [base, setBase] = useState(action);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [problems, setProblems] = useState(none);

  async function save({ edit, approves }: Wish): Promise<Action> {
    const saved = await actions.edit(base, edit);
    applyAction(queries, saved);
    const { title } = saved.wording;
    if (approves && saved.can.includes('approve')) {
      const approved = await actions.approve(saved);
      showToast({ tone: 'good', text: texts.done.approve(title) });
      return approved;
    }
    showToast({ tone: 'good', text: approves ? texts.edit.prepared : texts.done.edit(title) });
    return saved;
  }

  const { mutate, isPending } = useSingleMutation({
    mutationFn: save,
    onMutate() {
      setRefusal(null);
      setProblems(none);
    },
    onSuccess(saved) {
      applyAction(queries, saved);
      onSaved(saved);
    },
    async onError(problem) {
      const found = problemsOf(problem);
      setProblems(found);
      if (found.length > 0) return;
      const explained = await explainRefusal(problem, base, { actions, userId, momentText });
      setRefusal(explained.text);
      if (explained.action) {
        applyAction(queries, explained.action);
        setBase(explained.action);
      }
    },
  });
  return { base, refusal, isSaving: isPending, problems, save: mutate };
}
