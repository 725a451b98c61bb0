import { createHash } from 'node:crypto';
import type { Store } from '@intexuraos/storage';
import type { SealedFor, Vault } from '@intexuraos/vault';
import type { OAuthFlows } from '../../ports.ts';
import { flowDocuments as collection } from './oauth-flow-collection.ts';

export function createOAuthFlows(store: Store, vault: Vault): OAuthFlows {
  return {
    async begin(state, { codeVerifier, ...flow }) {
      const id = idOf(state);
      const data = { ...flow, sealedVerifier: await vault.seal(codeVerifier, sealedFor(flow, id)) };
      await store.commit([{ kind: 'create', collection, id, data }]);
    },
    async get(state) {
      const id = idOf(state);
      const stored = await store.get(collection, id);
      if (stored === null) return null;
      const { sealedVerifier, ...flow } = stored.data;
      return { ...flow, codeVerifier: await vault.open(sealedVerifier, sealedFor(flow, id)) };
    },
    async end(state) {
      const id = idOf(state);
      const stored = await store.get(collection, id);
      if (stored === null) return false;
      const { outcome } = await store.commit([{ kind: 'delete', collection, id, expected: stored.version }]);
      return outcome === 'committed';
    },
  };
}

/** Whoever reads the store cannot come back in somebody's place. */
const idOf = (state: string) => createHash('sha256').update(state).digest('hex');

const sealedFor = (of: { readonly userId: string; readonly platform: string }, id: string): SealedFor => ({
  userId: of.userId,
  connector: of.platform,
  accountId: id,
  schema: 'code-verifier.v1',
});
