import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createItemsApi } from '../../api/items.ts';
import { useApi, useApp } from '../../app-context.ts';
import { itemsTexts } from '../../texts/items.ts';
import { texts } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSingleMutation } from '../../ui/use-single-mutation.ts';

const feedKey = ['calendar-feed'];

/** The address under which calendar apps find the events. It is shown once: whoever has it can read them. */
export function CalendarFeed() {
  const items = useApi(createItemsApi);
  const queries = useQueryClient();
  const feed = useQuery({ queryKey: feedKey, queryFn: ({ signal }) => items.feed(signal) });
  const { data, error, isPending, mutate } = useSingleMutation<string | null, 'open' | 'close'>({
    mutationFn: async (move) => (move === 'open' ? items.openFeed() : items.closeFeed().then(() => null)),
    onSettled: () => queries.invalidateQueries({ queryKey: feedKey }),
  });
  const since = feed.data?.createdAt;
  return (
    <div className="calendar-feed">
      {typeof data === 'string' ? <NewAddress path={data} /> : <p>{itemsTexts.feedAdvice}</p>}
      {since !== undefined && (
        <p>
          {itemsTexts.feedSince} <Moment at={since} />
        </p>
      )}
      {feed.error !== null && (
        <Notice tone="bad" isNews>
          <p>{feed.error.message}</p>
          <Button onPress={() => void feed.refetch()}>{texts.tryAgain}</Button>
        </Notice>
      )}
      <div className="move-buttons">
        <Button isBusy={isPending} onPress={() => mutate('open')}>
          {itemsTexts.openFeed}
        </Button>
        {since !== undefined && <CloseFeed isBusy={isPending} onYes={() => mutate('close')} />}
      </div>
      {error !== null && (
        <Notice tone="bad" isNews>
          {error.message}
        </Notice>
      )}
    </div>
  );
}

function NewAddress({ path }: { readonly path: string }) {
  const { baseUrl } = useApp();
  return (
    <Notice tone="good" isNews>
      <p>{itemsTexts.feedOnce}</p>
      <code>{new URL(path, baseUrl === '' ? location.origin : baseUrl).href}</code>
    </Notice>
  );
}

function CloseFeed({ isBusy, onYes }: { readonly isBusy: boolean; readonly onYes: () => void }) {
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Button tone="danger" isBusy={isBusy} onPress={() => setAsked(true)}>
        {itemsTexts.closeFeed}
      </Button>
      {isAsked && (
        <Confirm
          title={itemsTexts.closeTitle}
          yes={itemsTexts.closeFeed}
          isDanger
          onYes={onYes}
          onClose={() => setAsked(false)}
        >
          {itemsTexts.closeAdvice}
        </Confirm>
      )}
    </>
  );
}
