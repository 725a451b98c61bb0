import type { Item } from './item.ts';

/** What an owner may do with an item: the API sends it with each one, so that no page needs rules of its own. */
export type Move = 'complete' | 'reopen' | 'delete';

export const can = ({ completedAt }: Item, { isTask = false }: { readonly isTask?: boolean }): readonly Move[] => [
  ...(isTask ? [completedAt === null ? ('complete' as const) : ('reopen' as const)] : []),
  'delete',
];
