import { createItemsApi } from '../../api/items.ts';
import { useApi, useApp } from '../../app-context.ts';
import { itemsTexts } from '../../texts/items.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSingleMutation } from '../../ui/use-single-mutation.ts';

/** The address under which calendar apps find the events. It is shown once: whoever has it can read them. */
export function CalendarFeed() {
  const { baseUrl } = useApp();
  const items = useApi(createItemsApi);
  const { data, error, isPending, mutate } = useSingleMutation<string, null>({ mutationFn: () => items.openFeed() });
  return (
    <div className="calendar-feed">
      {data === undefined ? (
        <>
          <p>{itemsTexts.feedAdvice}</p>
          <Button isBusy={isPending} onPress={() => mutate(null)}>
            {itemsTexts.openFeed}
          </Button>
        </>
      ) : (
        <Notice tone="good" isNews>
          <p>{itemsTexts.feedOnce}</p>
          <code>{new URL(data, baseUrl === '' ? location.origin : baseUrl).href}</code>
        </Notice>
      )}
      {error !== null && <Notice tone="bad">{error.message}</Notice>}
    </div>
  );
}
