import { type UseMutationOptions, useMutation } from '@tanstack/react-query';
import { useRef } from 'react';

/** A mutation that is not begun again while it runs, not even by the second press of a double click. */
export function useSingleMutation<Data, Variables>(options: UseMutationOptions<Data, Error, Variables>) {
  const isRunning = useRef(false);
  const mutation = useMutation({
    ...options,
    onSettled(...settled) {
      isRunning.current = false;
      return options.onSettled?.(...settled);
    },
  });
  return {
    ...mutation,
    mutate(variables: Variables) {
      if (isRunning.current) return;
      isRunning.current = true;
      mutation.mutate(variables);
    },
  };
}
