import type { Clock } from '@intexuraos/kernel';
import type { CommitOutcome, Durability, IndexedValue, Query, Store, Stored, Write } from '@intexuraos/storage';
import type { Action } from '../../domain/action.ts';
import type { Actions, Alongside, ListQuery, Loaded, UpdateOutcome } from '../../ports.ts';
import { documentOf } from './action-document.ts';
import { actionEvents, actions, approvalMessages, corrections } from './collections.ts';

type Committed = Extract<CommitOutcome, { outcome: 'committed' }>;
type LoadedOf = (stored: Stored<Action>) => Loaded;

const olderEventsMax = 500;

/** The collection of actions on a document store. */
export function createActionCollection(store: Store, clock: Clock): Actions {
  const loadedOf: LoadedOf = ({ data, version, readAt }) => ({
    action: data,
    version,
    at: readAt,
    takenAt: clock.now(),
  });
  return {
    create: (action) => create(store, loadedOf, action),
    load: async (id) => {
      const stored = await store.get(actions, id);
      return stored === null ? null : loadedOf(stored);
    },
    loadMany: async (ids) => (await store.getMany(actions, ids)).map(loadedOf),
    updateStatusIf: (expected, next, alongside, durability) =>
      update({ store, loadedOf }, expected, next, alongside, durability),
    list: async (query) => {
      const page = await store.query(actions, listQuery(query));
      return { actions: page.docs.map(loadedOf), nextCursor: page.nextCursor };
    },
    withAskCode: async (userId, code) => {
      const orderBy = { field: 'createdAt', direction: 'ascending' } as const;
      const page = await store.query(actions, { where: { userId, openAskCode: code }, orderBy, limit: 1 });
      return page.docs[0] === undefined ? null : loadedOf(page.docs[0]);
    },
    due: async ({ now, limit, cursor }) => {
      const orderBy = { field: 'dueAt', direction: 'ascending' } as const;
      const page = await store.query(actions, { where: {}, orderBy, to: now, limit, ...(cursor && { cursor }) });
      return { actions: page.docs.map(loadedOf), nextCursor: page.nextCursor };
    },
    olderEvents: async (actionId) => {
      const orderBy = { field: 'seq', direction: 'ascending' } as const;
      const page = await store.query(actionEvents, { where: { actionId }, orderBy, limit: olderEventsMax });
      return page.docs.map(({ data }) => data);
    },
  };
}

async function create(store: Store, loadedOf: LoadedOf, action: Action) {
  const outcome = await store.commit([
    { kind: 'create', collection: actions, id: action.id, data: documentOf(action) },
  ]);
  if (outcome.outcome === 'committed') {
    return { outcome: 'created' as const, loaded: loadedOf(committed(action, outcome)) };
  }
  const stored = await store.get(actions, action.id);
  if (stored === null) throw new Error(`action ${action.id} was there and is gone`);
  return { outcome: 'exists' as const, loaded: loadedOf(stored) };
}

function committed(action: Action, { versions: [version], committedAt }: Committed): Stored<Action> {
  if (version === undefined) throw new Error('the store committed without a version');
  return { id: action.id, data: action, version, readAt: committedAt };
}

async function update(
  { store, loadedOf }: { store: Store; loadedOf: LoadedOf },
  expected: Loaded,
  next: Action,
  alongside: Alongside,
  durability: Durability,
): Promise<UpdateOutcome> {
  const { id } = next;
  const replace: Write = {
    kind: 'replace',
    collection: actions,
    id,
    data: documentOf(next),
    expected: expected.version,
  };
  const outcome = await store.commit([replace, ...writesAlongside(id, alongside)], durability);
  if (outcome.outcome === 'committed') {
    return { outcome: 'updated', loaded: loadedOf(committed(next, outcome)) };
  }
  const stored = await store.get(actions, id);
  return stored === null ? { outcome: 'not_found' } : { outcome: 'status_mismatch', loaded: loadedOf(stored) };
}

function writesAlongside(actionId: string, { correction, approvalMessage, overflow = [] }: Alongside): Write[] {
  const writes: Write[] = overflow.map((event) => ({
    kind: 'put',
    collection: actionEvents,
    id: `${actionId}/${event.seq}`,
    data: { ...event, actionId },
  }));
  if (correction) writes.push({ kind: 'put', collection: corrections, id: correction.id, data: correction });
  if (approvalMessage) {
    writes.push({ kind: 'put', collection: approvalMessages, id: approvalMessage.id, data: approvalMessage });
  }
  return writes;
}

function listQuery({ userId, statuses, types, origin, since, limit, cursor }: ListQuery): Query {
  const where: Record<string, IndexedValue | readonly IndexedValue[]> = { userId, deletedAt: null };
  if (statuses) where['status'] = statuses;
  if (types) where['type'] = types;
  if (origin) where['originKey'] = origin;
  return {
    where,
    orderBy: { field: 'createdAt', direction: 'descending' },
    limit,
    ...(since !== undefined && { from: new Date(since).toISOString() }),
    ...(cursor !== undefined && { cursor }),
  };
}
