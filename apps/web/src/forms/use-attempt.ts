import { useState } from 'react';
import { useSingleMutation } from '../ui/use-single-mutation.ts';
import { type Problem, problemsOf } from './problems.ts';

export interface Attempt<Input> {
  readonly send: (input: Input) => void;
  readonly isSending: boolean;
  /** What was wrong with what was typed. */
  readonly problems: readonly Problem[];
  /** Why it failed otherwise; null while it did not. */
  readonly refusal: string | null;
}

const none: readonly Problem[] = [];

/** Sends what a form holds, one at a time, and remembers why it was refused until the next try. */
export function useAttempt<Input, Output>(
  work: (input: Input) => Promise<Output>,
  onDone: (output: Output, input: Input) => unknown,
): Attempt<Input> {
  const [problems, setProblems] = useState(none);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { mutate, isPending } = useSingleMutation<Output, Input>({
    mutationFn: work,
    onMutate() {
      setProblems(none);
      setRefusal(null);
    },
    onSuccess: onDone,
    onError(error) {
      const found = problemsOf(error);
      setProblems(found);
      setRefusal(found.length === 0 ? error.message : null);
    },
  });
  return { send: mutate, isSending: isPending, problems, refusal };
}
