import type { ActionChanged } from '@intexuraos/contracts';
import type { Loaded } from '../ports.ts';
import type { Core } from './core.ts';

/** A change of one of the person's actions; `id` is where to go on after a break. */
export interface FedChange {
  readonly id: string;
  readonly change: Pick<ActionChanged, 'actionId' | 'version' | 'rev' | 'status' | 'origin' | 'outcome'>;
}

export interface ChangeFeed {
  /** Whether a stream of this person is open in this process. */
  isFollowed(userId: string): boolean;
  /** `action.changed` as it arrives in this process. */
  accept(event: ActionChanged): void;
  /** Sends what was missed since `lastEventId`, then what happens from now on. Resolves to what ends it. */
  follow(userId: string, lastEventId: string | null, send: (change: FedChange) => void): Promise<() => void>;
}

/** As many of the newest actions as are looked through for what a broken connection missed. */
const lookedThrough = 100;

/** Ids are moments, so that any process can say what came after one. */
const momentOf = (lastEventId: string | null) => {
  const moment = Number(lastEventId?.split('-')[0]);
  return Number.isSafeInteger(moment) && moment > 0 ? moment : null;
};

export function createChangeFeed({ ports }: Core): ChangeFeed {
  const followers = new Map<string, Set<(change: FedChange) => void>>();

  /** Read from the store, so that it does not matter which process the person was connected to. Oldest change first. */
  async function changedSince(userId: string, since: number): Promise<readonly Loaded[]> {
    const { actions } = await ports.actions.list({ userId, limit: lookedThrough });
    const missed = actions.filter(({ action }) => action.updatedAt >= since);
    return missed.toSorted((one, other) => one.action.updatedAt - other.action.updatedAt);
  }

  return {
    isFollowed: (userId) => followers.has(userId),
    accept(event) {
      const { actionId, version, rev, status, origin, outcome } = event;
      const fed = {
        id: `${ports.clock.now()}-${actionId}`,
        change: { actionId, version, rev, status, origin, outcome },
      };
      for (const send of followers.get(event.userId) ?? []) send(fed);
    },
    async follow(userId, lastEventId, send) {
      const own = followers.get(userId) ?? new Set();
      followers.set(userId, own.add(send));
      const since = momentOf(lastEventId);
      if (since !== null) for (const missed of await changedSince(userId, since)) send(fedOf(missed));
      return () => {
        own.delete(send);
        if (own.size === 0) followers.delete(userId);
      };
    },
  };
}

const fedOf = ({ action }: Loaded): FedChange => ({
  id: `${action.updatedAt}-${action.id}`,
  change: {
    actionId: action.id,
    version: action.version,
    rev: action.rev,
    status: action.status,
    origin: action.origin,
    outcome: action.outcome,
  },
});
