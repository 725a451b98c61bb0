import { getRouteApi } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Action } from '../../api/action.ts';
import { ActionRow } from './action-row.tsx';

const route = getRouteApi('/own/inbox');

interface RowsProps {
  readonly actions: readonly Action[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (id: string, isSelected: boolean) => void;
  /** The last rows are near. */
  readonly onEnd: (() => void) | undefined;
}

const usualHeight = 148;
const kept = 6;

/** Only the rows near the visible ones are in the page, so that a thousand scroll as smoothly as ten. */
export function Rows({ actions, selected, onSelect, onEnd }: RowsProps) {
  const { action: opened } = route.useSearch();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: actions.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    getItemKey: (index) => actions[index]?.id ?? index,
    overscan: kept,
  });
  const shown = rows.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (actions.length > 0 && lastShown >= actions.length - kept * 2) onEnd?.();
  }, [lastShown, actions.length, onEnd]);

  return (
    <div className="rows" ref={scroller}>
      <ul style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, key, start }) => {
          const action = actions[index];
          return action === undefined ? null : (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              aria-setsize={actions.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <ActionRow
                action={action}
                isOpened={action.id === opened}
                isSelected={selected.has(action.id)}
                onSelect={(isSelected) => onSelect(action.id, isSelected)}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
