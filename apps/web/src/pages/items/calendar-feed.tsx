import { useApp } from '../../app-context.ts';
import { texts } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSingleMutation } from '../../ui/use-single-mutation.ts';

/** The address under which calendar apps find the events. It is shown once: whoever has it can read them. */
export function CalendarFeed() {
  const { items, baseUrl } = useApp();
  const { data, error, isPending, mutate } = useSingleMutation<string, null>({ mutationFn: () => items.openFeed() });
  return (
    <div className="calendar-feed">
      {data === undefined ? (
        <>
          <p>{texts.items.feedAdvice}</p>
          <Button isBusy={isPending} onPress={() => mutate(null)}>
            {texts.items.openFeed}
          </Button>
        </>
      ) : (
        <Notice tone="good" isNews>
          <p>{texts.items.feedOnce}</p>
          <code>{new URL(data, baseUrl === '' ? location.origin : baseUrl).href}</code>
        </Notice>
      )}
      {error !== null && <Notice tone="bad">{error.message}</Notice>}
    </div>
  );
}
