import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod/mini';
import type { Action } from '../../api/action.ts';
import type { Edit } from '../../api/actions.ts';
import { isApiError } from '../../api/api-error.ts';
import { useApp, useSession } from '../../app-context.ts';
import { texts } from '../../texts.ts';
import { useMomentText } from '../../ui/moment.tsx';
import { useShowToast } from '../../ui/toasts.tsx';
import { useSingleMutation } from '../../ui/use-single-mutation.ts';
import { applyAction } from '../cache.ts';
import { explainRefusal } from '../explain-refusal.ts';

type FieldErrors = Record<string, string>;

const Details = z.array(z.object({ path: z.string(), message: z.string() }));

/** What is wrong, by the field it is about. */
function fieldErrorsOf(error: unknown): FieldErrors {
  if (!isApiError(error, 'VALIDATION_FAILED')) return {};
  const details = Details.safeParse(error.details);
  return details.success ? Object.fromEntries(details.data.map(({ path, message }) => [path, message])) : {};
}

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
  const [errors, setErrors] = useState<FieldErrors>({});

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
      setErrors({});
    },
    onSuccess(saved) {
      applyAction(queries, saved);
      onSaved(saved);
    },
    async onError(problem) {
      const found = fieldErrorsOf(problem);
      setErrors(found);
      if (Object.keys(found).length > 0) return;
      const explained = await explainRefusal(problem, base, { actions, userId, momentText });
      setRefusal(explained.text);
      if (explained.action) {
        applyAction(queries, explained.action);
        setBase(explained.action);
      }
    },
  });
  return { base, refusal, isSaving: isPending, errors, save: mutate };
}
