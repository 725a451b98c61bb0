import { type Clock, uuidFromName } from '@intexuraos/kernel';
import type { Collection, Query, Store, Stored } from '@intexuraos/storage';
import type { AskList, AskLists, Explanations, ReplyMeanings } from '../../ports.ts';
import { askLists, replyExplanations, replyMeanings } from './collections.ts';

/** Longer than a reply is delivered again (seven days), so that it always finds what it meant. */
const keptMs = 8 * 24 * 3_600_000;
const rivalsMax = 5;

/** Creates the document, or gives the one that is there. */
async function keepFirst<T>(store: Store, collection: Collection<T>, id: string, data: object): Promise<T | null> {
  const created = await store.commit([{ kind: 'create', collection, id, data }]);
  return created.outcome === 'committed' ? null : ((await store.get(collection, id))?.data ?? null);
}

const listOf = ({ expiresAt: _expiresAt, ...list }: AskList & { readonly expiresAt: number }): AskList => list;

export function createAskLists(store: Store): AskLists {
  const newest = async (where: Query['where'], limit: number): Promise<readonly AskList[]> => {
    const orderBy = { field: 'createdAt', direction: 'descending' } as const;
    const page = await store.query(askLists, { where, orderBy, limit });
    return page.docs.map(({ data }) => listOf(data));
  };

  async function markSent(id: string, { wamid, at }: { readonly wamid: string; readonly at: number }): Promise<void> {
    for (let rival = 0; rival < rivalsMax; rival += 1) {
      const present: Stored<AskList> | null = await store.get(askLists, id);
      if (present === null || present.data.sentAt !== null) return;
      const data = { ...present.data, wamid, sentAt: at };
      const written = await store.commit([
        { kind: 'replace', collection: askLists, id, data, expected: present.version },
      ]);
      if (written.outcome === 'committed') return;
    }
  }

  return {
    async keep(list) {
      const first = await keepFirst(store, askLists, list.id, { ...list, expiresAt: list.createdAt + keptMs });
      return first === null ? list : listOf(first);
    },
    markSent,
    byWamid: async (userId, wamid) => (await newest({ userId, wamid }, 1))[0] ?? null,
    newestOf: (userId, limit) => newest({ userId }, limit),
  };
}

export function createReplyMeanings(store: Store, clock: Clock): ReplyMeanings {
  return {
    async keep(evidence, meaning) {
      const id = uuidFromName(`reply|${evidence}`);
      const first = await keepFirst(store, replyMeanings, id, { ...meaning, expiresAt: clock.now() + keptMs });
      return first === null ? meaning : { takenFor: first.takenFor, questions: first.questions };
    },
  };
}

export function createExplanations(store: Store, clock: Clock): Explanations {
  return {
    async keep({ evidence, actionId }, explanation) {
      const id = uuidFromName(`explanation|${actionId}|${evidence}`);
      const first = await keepFirst(store, replyExplanations, id, { ...explanation, expiresAt: clock.now() + keptMs });
      return first === null ? explanation : { says: first.says, askId: first.askId };
    },
  };
}
