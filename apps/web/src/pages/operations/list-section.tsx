import { type ReactNode, useId } from 'react';
import { texts } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import type { useList } from './use-operations.ts';

interface ListSectionProps<Entry> {
  readonly words: { readonly title: string; readonly lead: string; readonly empty: string };
  readonly list: ReturnType<typeof useList<Entry>>;
  readonly children: (entry: Entry) => ReactNode;
}

/** One of the lists: what it is, and what is in it. */
export function ListSection<Entry>({ words, list, children }: ListSectionProps<Entry>) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId}>
        {words.title}
        {list.data !== undefined && list.data.length > 0 && (
          <span className="count">
            {list.data.length}
            {list.hasNextPage && '+'}
          </span>
        )}
      </h2>
      <p className="lead">{words.lead}</p>
      <Loaded query={list}>
        {(entries) =>
          entries.length === 0 ? (
            <p className="nothing-here">{words.empty}</p>
          ) : (
            <ul className="cards">{entries.map(children)}</ul>
          )
        }
      </Loaded>
      {list.hasNextPage && (
        <div>
          <Button isBusy={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
            {texts.inbox.loadMore}
          </Button>
        </div>
      )}
    </section>
  );
}
