import type { ErrandName } from './errand.ts';
import type { Item } from './item.ts';

/** What an owner may do with an item: the API sends it with each one, so that no page needs rules of its own. */
export type Move = 'complete' | 'reopen' | 'refresh' | 'write' | 'delete';

const errandMoves = { page: 'refresh', text: 'write' } as const satisfies Record<ErrandName, Move>;

interface Traits {
  readonly isTask?: boolean | undefined;
  readonly errand?: ErrandName | undefined;
}

export const can = (item: Item, { isTask = false, errand }: Traits): readonly Move[] => [
  ...(isTask ? [item.completedAt === null ? ('complete' as const) : ('reopen' as const)] : []),
  ...(errand !== undefined && item.errand === null ? [errandMoves[errand]] : []),
  'delete',
];
