import type { Clock } from '@intexuraos/kernel';
import type { CommitAndPublish } from '@intexuraos/platform';
import type { CommitOutcome, Durability, IndexedValue, Page, Query, Store, Stored, Write } from '@intexuraos/storage';
import type { Action, TimelineEvent } from '../../domain/action.ts';
import type { Actions, Alongside, ListQuery, Loaded, UpdateOutcome } from '../../ports.ts';
import { documentOf } from './action-document.ts';
import { actionEvents, actions, approvalMessages, corrections } from './collections.ts';

type Committed = Extract<CommitOutcome, { outcome: 'committed' }>;
type LoadedOf = (stored: Stored<Action>) => Loaded;

const eventsPerPage = 500;

/** Whoever has deleted a great many actions gets a shorter page, and a cursor to go on with. */
const roundsMax = 20;

/** The collection of actions on a document store, which may be able to publish too. */
export function createActionCollection(store: Store, clock: Clock, commitAndPublish?: CommitAndPublish): Actions {
  const commit: CommitAndPublish = commitAndPublish ?? ((writes, durability) => store.commit(writes, durability));
  const loadedOf: LoadedOf = ({ data, version, readAt }) => ({
    action: data,
    version,
    at: readAt,
    takenAt: clock.now(),
  });
  return {
    publishesAlong: commitAndPublish !== undefined,
    create: (action) => create(store, loadedOf, action),
    load: async (id) => {
      const stored = await store.get(actions, id);
      return stored === null ? null : loadedOf(stored);
    },
    loadMany: async (ids) => (await store.getMany(actions, ids)).map(loadedOf),
    updateStatusIf: (expected, next, alongside, durability) =>
      update({ store, commit, loadedOf }, expected, next, alongside, durability),
    list: (query) => listLive(store, loadedOf, query),
    withAskCode: async (userId, code) => {
      const orderBy = { field: 'openAskCode', direction: 'ascending' } as const;
      const page = await store.query(actions, { where: { userId }, orderBy, from: code, to: code, limit: 1 });
      return page.docs[0] === undefined ? null : loadedOf(page.docs[0]);
    },
    due: async ({ now, limit, cursor }) => {
      const orderBy = { field: 'dueAt', direction: 'ascending' } as const;
      const page = await store.query(actions, { where: {}, orderBy, to: now, limit, ...(cursor && { cursor }) });
      return { actions: page.docs.map(loadedOf), nextCursor: page.nextCursor };
    },
    stuck: async ({ now, limit, cursor }) => {
      const orderBy = { field: 'stuckSince', direction: 'ascending' } as const;
      const page = await store.query(actions, { where: {}, orderBy, to: now, limit, ...(cursor && { cursor }) });
      return { actions: page.docs.map(loadedOf), nextCursor: page.nextCursor };
    },
    olderEvents: (actionId) => olderEvents(store, actionId),
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
  { store, commit, loadedOf }: { store: Store; commit: CommitAndPublish; loadedOf: LoadedOf },
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
  const writes = [replace, ...writesAlongside(id, alongside)];
  const outcome = await commit(writes, durability, alongside.messages ?? []);
  if (outcome.outcome === 'committed') {
    return { outcome: 'updated', loaded: loadedOf(committed(next, outcome)) };
  }
  const stored = await store.get(actions, id);
  return stored === null ? { outcome: 'not_found' } : { outcome: 'status_mismatch', loaded: loadedOf(stored) };
}

function writesAlongside(
  actionId: string,
  { correction, approvalMessages: messages = [], overflow = [] }: Alongside,
): Write[] {
  const writes: Write[] = overflow.map((event) => ({
    kind: 'put',
    collection: actionEvents,
    id: `${actionId}/${event.seq}`,
    data: { ...event, actionId },
  }));
  if (correction) writes.push({ kind: 'put', collection: corrections, id: correction.id, data: correction });
  for (const data of messages) writes.push({ kind: 'put', collection: approvalMessages, id: data.id, data });
  return writes;
}

async function olderEvents(store: Store, actionId: string): Promise<readonly TimelineEvent[]> {
  const events: TimelineEvent[] = [];
  const query: Query = { where: { actionId }, orderBy: { field: 'seq', direction: 'ascending' }, limit: eventsPerPage };
  let cursor: string | null = null;
  do {
    const page: Page<TimelineEvent> = await store.query(actionEvents, { ...query, ...(cursor !== null && { cursor }) });
    events.push(...page.docs.map(({ data }) => data));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return events;
}

/** Deleted actions are left out here and not by the query: documents of the first version lack the field for it. */
async function listLive(store: Store, loadedOf: LoadedOf, query: ListQuery): ReturnType<Actions['list']> {
  const live: Loaded[] = [];
  let nextCursor = query.cursor ?? null;
  for (let round = 0; round < roundsMax && live.length < query.limit; round += 1) {
    const rest = { ...query, limit: query.limit - live.length, ...(nextCursor !== null && { cursor: nextCursor }) };
    const page = await store.query(actions, listQuery(rest));
    live.push(...page.docs.filter(({ data }) => data.deletedAt === null).map(loadedOf));
    nextCursor = page.nextCursor;
    if (nextCursor === null) break;
  }
  return { actions: live, nextCursor };
}

function listQuery({ userId, statuses, types, origin, since, limit, cursor }: ListQuery): Query {
  const where: Record<string, IndexedValue | readonly IndexedValue[]> = { userId };
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
