import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Action } from '../../api/action.ts';
import { texts } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { Filters } from './filters.tsx';
import { shows } from './inbox-search.ts';
import { matches } from './matches.ts';
import { Rows } from './rows.tsx';
import { useActions } from './use-actions.ts';

const route = getRouteApi('/own/inbox');
const none: readonly Action[] = [];

/** What the person asked to see, live, with what can be done about many at once. */
export function ActionList() {
  const { show = 'waiting', type = null } = route.useSearch();
  const [search, setSearch] = useState('');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const list = useActions({ statuses: shows[show], type });
  const loaded = list.data ?? none;
  const found = useMemo(() => loaded.filter((action) => matches(action, search)), [loaded, search]);
  const chosen = loaded.filter(({ id }) => selected.has(id));

  const select = (id: string, isSelected: boolean) => {
    const next = new Set(selected);
    if (isSelected) next.add(id);
    else next.delete(id);
    setSelected(next);
  };
  const loadMore = () => {
    if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
  };

  return (
    <section className="inbox-list" aria-label={texts.inbox.title}>
      <Filters search={search} onSearch={setSearch} count={loaded.length} isComplete={!list.hasNextPage} />
      {list.isPending && <p className="loading">{texts.loading}</p>}
      {list.isError && loaded.length === 0 && (
        <Empty title={list.error.message}>
          <Button onPress={() => void list.refetch()}>{texts.tryAgain}</Button>
        </Empty>
      )}
      {list.isSuccess && found.length === 0 && (
        <NothingFound searched={search === '' ? null : loaded.length} show={show} />
      )}
      {search !== '' && list.hasNextPage && <Button onPress={loadMore}>{texts.inbox.loadMore}</Button>}
      <Rows actions={found} selected={selected} onSelect={select} onEnd={search === '' ? loadMore : undefined} />
      {chosen.length > 0 && <BulkBar actions={chosen} onDone={() => setSelected(new Set())} />}
    </section>
  );
}

function NothingFound({ searched, show }: { readonly searched: number | null; readonly show: keyof typeof shows }) {
  if (searched !== null) return <Empty title={texts.inbox.noMatch(searched)} />;
  const words = show === 'waiting' ? texts.inbox.emptyWaiting : texts.inbox.empty;
  return <Empty title={words.title} advice={words.advice} />;
}
