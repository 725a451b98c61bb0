import { useQueryClient } from '@tanstack/react-query';
import { allActions } from '../../actions/cache.ts';
import { type MoveName, moves } from '../../actions/moves.ts';
import type { Action } from '../../api/action.ts';
import { useApp } from '../../app-context.ts';
import { texts } from '../../texts.ts';
import { useShowToast } from '../../ui/toasts.tsx';
import { useSingleMutation } from '../../ui/use-single-mutation.ts';

/** Requests that are under way at the same time. */
const atOnce = 4;

/** Performs one move on each of many actions, as they were shown, and says how many took it. */
export function useBulk(onDone: () => void) {
  const { actions: api } = useApp();
  const queries = useQueryClient();
  const showToast = useShowToast();

  async function perform(name: MoveName, shown: readonly Action[]): Promise<number> {
    const waiting = [...shown];
    let done = 0;
    const work = async () => {
      for (let action = waiting.shift(); action !== undefined; action = waiting.shift()) {
        const worked = await moves[name].perform(api, action).then(
          () => true,
          () => false,
        );
        if (worked) done += 1;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return done;
  }

  const { mutate, isPending } = useSingleMutation({
    mutationFn: ({ name, shown }: { name: MoveName; shown: readonly Action[] }) => perform(name, shown),
    onSuccess(done, { shown }) {
      const missed = shown.length - done;
      const text = [texts.bulk.done(done, shown.length), ...(missed > 0 ? [texts.bulk.changed(missed)] : [])].join(' ');
      showToast({ tone: missed === 0 ? 'good' : 'bad', text });
      void queries.invalidateQueries({ queryKey: allActions });
      onDone();
    },
  });
  return { isRunning: isPending, run: (name: MoveName, shown: readonly Action[]) => mutate({ name, shown }) };
}
