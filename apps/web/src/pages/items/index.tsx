import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { createItemsApi, type Item } from '../../api/items.ts';
import { useApi } from '../../app-context.ts';
import { itemsTexts } from '../../texts/items.ts';
import { texts } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Moment } from '../../ui/moment.tsx';
import { CalendarFeed } from './calendar-feed.tsx';
import { kindPageOf, kindPages, kinds } from './kinds.ts';

function useItems(kind: string) {
  const items = useApi(createItemsApi);
  return useInfiniteQuery({
    queryKey: ['items', kind],
    queryFn: ({ pageParam, signal }) => items.list(kind, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages }) => pages.flatMap((page): readonly Item[] => page.items),
    staleTime: 0,
  });
}

/** What came of approved actions, kind by kind. */
export function ItemsPage() {
  const { page = '' } = useParams({ strict: false });
  const chosen = kindPages.find((each) => each === page) ?? 'todos';
  const { data = [], error, isPending, hasNextPage, fetchNextPage, refetch } = useItems(kinds[chosen].name);
  useEffect(() => {
    document.title = `${texts.pages.items} · ${texts.product}`;
  }, []);
  return (
    <section className="items" aria-labelledby="items-title">
      <h1 id="items-title">{texts.pages.items}</h1>
      <nav className="shows" aria-label={itemsTexts.kindsLabel}>
        {kindPages.map((each) => (
          <Link
            key={each}
            to="/items/$page"
            params={{ page: each }}
            className="show"
            aria-current={each === chosen ? 'page' : undefined}
          >
            {itemsTexts.kinds[kinds[each].name]}
          </Link>
        ))}
      </nav>
      {chosen === 'calendar' && <CalendarFeed />}
      {isPending && <p className="loading">{texts.loading}</p>}
      {error !== null && (
        <Empty title={error.message}>
          <Button onPress={() => void refetch()}>{texts.tryAgain}</Button>
        </Empty>
      )}
      {!isPending && error === null && data.length === 0 && <Empty title={itemsTexts.empty} />}
      <ul className="items-list">
        {data.map((item) => (
          <ItemRow key={item.id} item={item} />
        ))}
      </ul>
      {hasNextPage && <Button onPress={() => void fetchNextPage()}>{texts.inbox.loadMore}</Button>}
    </section>
  );
}

function ItemRow({ item: { kind, id, title, createdAt, completedAt } }: { readonly item: Item }) {
  const page = kindPageOf(kind);
  return (
    <li>
      <Link to="/$page/$id" params={{ page, id }} className="item">
        <Icon name={completedAt === null ? kinds[page].icon : 'check'} />
        <bdi className={completedAt === null ? 'item-title' : 'item-title item-done'}>{title}</bdi>
        <Moment at={createdAt} />
      </Link>
    </li>
  );
}
