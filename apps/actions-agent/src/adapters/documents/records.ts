import type { Clock } from '@intexuraos/kernel';
import type { CommitOutcome, Store, Version } from '@intexuraos/storage';
import { approvalMessageId } from '../../domain/approval-message-id.ts';
import type { ApprovalMessages, Quota, SweeperLease } from '../../ports.ts';
import { approvalMessages, locks, quotas } from './collections.ts';

export function createApprovalMessages(store: Store): ApprovalMessages {
  return {
    byWamid: async (wamid) => (await store.get(approvalMessages, approvalMessageId(wamid)))?.data ?? null,
    async keep(data) {
      await store.commit([{ kind: 'create', collection: approvalMessages, id: data.id, data }]);
    },
  };
}

/** One lock document; whoever replaces an expired one first has the lease. */
export function createSweeperLease(store: Store, clock: Clock): SweeperLease {
  const id = 'sweeper';
  return {
    async take(owner, durationMs) {
      const present = await store.get(locks, id);
      const now = present?.readAt ?? clock.now();
      if (present !== null && present.data.until > now) return null;
      const data = { owner, until: now + durationMs };
      const taken = await store.commit([
        present === null
          ? { kind: 'create', collection: locks, id, data }
          : { kind: 'replace', collection: locks, id, data, expected: present.version },
      ]);
      if (taken.outcome === 'conflict') return null;
      const [version] = taken.versions;
      return {
        now,
        async release() {
          if (version === undefined) return;
          await store.commit([
            { kind: 'replace', collection: locks, id, data: { owner, until: 0 }, expected: version },
          ]);
        },
      };
    },
  };
}

interface Counted {
  readonly count: number;
  readonly version: Version;
}
type Committed = Extract<CommitOutcome, { readonly outcome: 'committed' }>;

const hourMs = 3_600_000;
const countedMax = 10_000;
const rivalsMax = 5;

/** `limits` are per person and hour; a kind without a limit is free. */
export function createQuota(
  store: Store,
  clock: Clock,
  limits: Partial<Record<'ask' | 'classification', number>>,
): Quota {
  /** What this process counted last: the next count starts from there, and reads where somebody else has counted. */
  const counted = new Map<string, Counted>();

  function remember(id: string, { versions: [version] }: Committed, count: number): void {
    if (counted.size >= countedMax) counted.clear();
    if (version !== undefined) counted.set(id, { count, version });
  }

  async function read(id: string): Promise<Counted | null> {
    const present = await store.get(quotas, id);
    return present && { count: present.data.count, version: present.version };
  }

  async function take(kind: 'ask' | 'classification', userId: string): Promise<boolean> {
    const limit = limits[kind];
    if (limit === undefined) return true;
    const hour = Math.floor(clock.now() / hourMs);
    const id = `${kind}-${userId}-${hour}`.replaceAll(/[^A-Za-z0-9_-]/g, '_');
    for (let rival = 0; rival < rivalsMax; rival += 1) {
      const present = counted.get(id) ?? (await read(id));
      const count = (present?.count ?? 0) + 1;
      if (count > limit) return false;
      const data = { count, expiresAt: (hour + 2) * hourMs };
      const outcome = await store.commit([
        present === null
          ? { kind: 'create', collection: quotas, id, data }
          : { kind: 'replace', collection: quotas, id, data, expected: present.version },
      ]);
      if (outcome.outcome === 'committed') {
        remember(id, outcome, count);
        return true;
      }
      counted.delete(id);
    }
    return false;
  }
  return { take };
}
