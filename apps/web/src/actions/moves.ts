import type { Action } from '../api/action.ts';
import type { ActionsApi } from '../api/actions.ts';
import type { texts } from '../texts.ts';
import type { Tone } from '../ui/button.tsx';

export type MoveName = Exclude<keyof typeof texts.moves, 'edit' | 'label' | 'group'>;

export interface Move {
  /** The name in the API's `can` that offers it. */
  readonly offeredAs: string;
  readonly tone: Tone;
  /** Stands in the list too, where the action is not opened. */
  readonly isQuick: boolean;
  /** Which question comes first; null for none. */
  confirms(action: Action): 'delete' | 'retry' | null;
  /** Resolves to the action as it is then, where the API says. */
  perform(api: ActionsApi, action: Action): Promise<Action | null>;
}

const nothing = () => null;
const silently = async (work: Promise<unknown>) => {
  await work;
  return null;
};

/** What a person can do with an action, in the order of the buttons. Whether they can is the API's word alone. */
export const moves: Readonly<Record<MoveName, Move>> = {
  approve: {
    offeredAs: 'approve',
    tone: 'primary',
    isQuick: true,
    confirms: nothing,
    perform: (api, action) => api.approve(action),
  },
  updateDuplicate: {
    offeredAs: 'resolve-duplicate',
    tone: 'primary',
    isQuick: true,
    confirms: nothing,
    perform: (api, action) => silently(api.resolveDuplicate(action, 'update')),
  },
  skipDuplicate: {
    offeredAs: 'resolve-duplicate',
    tone: 'plain',
    isQuick: true,
    confirms: nothing,
    perform: (api, action) => silently(api.resolveDuplicate(action, 'skip')),
  },
  retry: {
    offeredAs: 'retry',
    tone: 'primary',
    isQuick: true,
    confirms: ({ outcome }) => (outcome === 'unknown' ? 'retry' : null),
    perform: (api, action) => api.retry(action, action.outcome === 'unknown'),
  },
  reject: {
    offeredAs: 'reject',
    tone: 'danger',
    isQuick: true,
    confirms: nothing,
    perform: (api, action) => api.reject(action),
  },
  archive: {
    offeredAs: 'archive',
    tone: 'quiet',
    isQuick: false,
    confirms: nothing,
    perform: (api, action) => api.archive(action),
  },
  delete: {
    offeredAs: 'delete',
    tone: 'quiet',
    isQuick: false,
    confirms: () => 'delete',
    perform: (api, action) => silently(api.delete(action)),
  },
};

const isMove = (name: string): name is MoveName => name in moves;
const moveNames: readonly MoveName[] = Object.keys(moves).filter(isMove);

export const movesOf = ({ can }: Action): readonly MoveName[] =>
  moveNames.filter((name) => can.includes(moves[name].offeredAs));
