import { uuidFromName } from '@intexuraos/kernel';
import type { Store } from '@intexuraos/storage';
import type { SealedFor, Vault } from '@intexuraos/vault';
import { type LlmKeyFacts, lastFourOf } from '../../domain/llm-key.ts';
import type { LlmKeys } from '../../ports.ts';
import { type LlmKeyDocument, llmKeyDocuments } from './llm-key-collection.ts';

export function createLlmKeys(store: Store, vault: Vault): LlmKeys {
  const ofPerson = async (userId: string) => {
    const page = await store.query(llmKeyDocuments, {
      where: { userId },
      orderBy: { field: 'provider', direction: 'ascending' },
      limit: 100,
    });
    return page.docs.map(({ data }) => data);
  };
  return {
    list: async (userId) => (await ofPerson(userId)).map(facts),
    async get(userId, provider) {
      const stored = await store.get(llmKeyDocuments, documentId(userId, provider));
      return stored && facts(stored.data);
    },
    open: async (userId) =>
      Promise.all(
        (await ofPerson(userId)).map(async ({ provider, baseUrl, sealed }) => ({
          provider,
          baseUrl,
          apiKey: await vault.open(sealed, sealedFor(userId, provider)),
        })),
      ),
    async save(userId, { provider, apiKey, baseUrl }, now) {
      const sealed = await vault.seal(apiKey, sealedFor(userId, provider));
      const shown = { provider, baseUrl, lastFour: lastFourOf(apiKey), updatedAt: now, lastUsedAt: null };
      const data: LlmKeyDocument = { userId, ...shown, sealed, kekId: sealed.kekId };
      await store.commit([{ kind: 'put', collection: llmKeyDocuments, id: documentId(userId, provider), data }]);
      return shown;
    },
    async remove(userId, provider) {
      const id = documentId(userId, provider);
      if (!(await store.get(llmKeyDocuments, id))) return false;
      await store.commit([{ kind: 'delete', collection: llmKeyDocuments, id }]);
      return true;
    },
    async noteUse(userId, provider, now) {
      const id = documentId(userId, provider);
      const stored = await store.get(llmKeyDocuments, id);
      if (!stored) return false;
      const data: LlmKeyDocument = { ...stored.data, lastUsedAt: now };
      // Whoever was first wrote about the same moment, or replaced the key: both make this mark worthless.
      await store.commit(
        [{ kind: 'replace', collection: llmKeyDocuments, id, data, expected: stored.version }],
        'soon',
      );
      return true;
    },
    async rewrap(limit) {
      if (vault.retiredKekIds.length === 0) return 0;
      const page = await store.query(llmKeyDocuments, {
        where: { kekId: vault.retiredKekIds },
        orderBy: { field: 'updatedAt', direction: 'ascending' },
        limit,
      });
      for (const { id, data, version } of page.docs) {
        const sealed = await vault.rewrap(data.sealed);
        const next: LlmKeyDocument = { ...data, sealed, kekId: sealed.kekId };
        // Whoever changed it meanwhile sealed it under the current key, or will be met in the next round.
        await store.commit([{ kind: 'replace', collection: llmKeyDocuments, id, data: next, expected: version }]);
      }
      return page.docs.length;
    },
  };
}

const documentId = (userId: string, provider: string) => uuidFromName(JSON.stringify([userId, provider]));

const sealedFor = (userId: string, provider: string): SealedFor => ({
  userId,
  connector: provider,
  accountId: 'default',
  schema: 'llm-key.v1',
});

const facts = ({ provider, baseUrl, lastFour, updatedAt, lastUsedAt }: LlmKeyDocument): LlmKeyFacts => ({
  provider,
  baseUrl,
  lastFour,
  updatedAt,
  lastUsedAt,
});
