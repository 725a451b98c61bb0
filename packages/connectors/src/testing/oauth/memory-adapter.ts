import type { Adapter, AdapterPayload } from 'oidc-provider';

/** What an OAuth server remembers, as long as it runs. */
export function createMemoryAdapter(): (model: string) => Adapter {
  const kept = new Map<string, AdapterPayload>();
  const remove = (belongs: (payload: AdapterPayload) => boolean) => {
    for (const [key, payload] of kept) if (belongs(payload)) kept.delete(key);
  };
  return (model) => {
    const keyOf = (id: string) => `${model}:${id}`;
    const one = (fits: (payload: AdapterPayload) => boolean) =>
      [...kept].find(([key, payload]) => key.startsWith(`${model}:`) && fits(payload))?.[1];
    return {
      upsert: async (id, payload) => void kept.set(keyOf(id), payload),
      find: async (id) => kept.get(keyOf(id)),
      findByUid: async (uid) => one((payload) => payload.uid === uid),
      findByUserCode: async (userCode) => one((payload) => payload.userCode === userCode),
      async consume(id) {
        const payload = kept.get(keyOf(id));
        if (payload) payload.consumed = Math.floor(Date.now() / 1_000);
      },
      destroy: async (id) => void kept.delete(keyOf(id)),
      revokeByGrantId: async (grantId) => remove((payload) => payload.grantId === grantId),
    };
  };
}
