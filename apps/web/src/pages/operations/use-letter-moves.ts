import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createOperationsApi, type DeadLetter } from '../../api/operations.ts';
import { useApi } from '../../app-context.ts';
import { problemsOf } from '../../forms/problems.ts';
import { operationsTexts } from '../../texts/operations.ts';
import { useShowToast } from '../../ui/toasts.tsx';
import { useSingleMutation } from '../../ui/use-single-mutation.ts';
import { operationsKey } from './use-operations.ts';

const words = operationsTexts.deadLetters;
const done = { redrive: words.redriven, dismiss: words.dismissed } as const;
export type LetterMove = keyof typeof done;

/** Sends a dead letter again, or forgets it. Why that changed nothing stays to be read. */
export function useLetterMoves({ id, event }: DeadLetter) {
  const api = useApi(createOperationsApi);
  const queries = useQueryClient();
  const showToast = useShowToast();
  const [refusal, setRefusal] = useState<string | null>(null);
  const { mutate, isPending } = useSingleMutation<unknown, LetterMove>({
    mutationFn: (move) => api[move](id),
    onMutate: () => setRefusal(null),
    onSuccess: (_, move) => showToast({ tone: 'good', text: done[move](event) }),
    onError: (error) => setRefusal([error.message, ...problemsOf(error).map(({ message }) => message)].join('. ')),
    onSettled: () => queries.invalidateQueries({ queryKey: operationsKey }),
  });
  return { perform: mutate, isBusy: isPending, refusal };
}
