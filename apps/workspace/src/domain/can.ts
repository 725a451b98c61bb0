import type { ErrandName } from './errand.ts';
import type { Item } from './item.ts';

/** What an owner may do with an item: the API sends it with each one, so that no page needs rules of its own. */
export type Move = 'complete' | 'reopen' | 'refresh' | 'write' | 'mirror' | 'delete';

interface Traits {
  readonly isTask?: boolean | undefined;
  readonly errand?: ErrandName | undefined;
}

const errandMoves = { page: 'refresh', text: 'write', mirror: 'mirror' } as const satisfies Record<ErrandName, Move>;

export const can = (item: Item, { isTask = false, errand }: Traits): readonly Move[] => [
  ...(isTask ? [item.completedAt === null ? ('complete' as const) : ('reopen' as const)] : []),
  ...(errand !== undefined && isOpen(item, errand) ? [errandMoves[errand]] : []),
  'delete',
];

/** Nobody is at it; and what is on a platform already is not put there again. */
const isOpen = ({ errand, found }: Item, name: ErrandName) => errand === null && (name !== 'mirror' || found === null);
