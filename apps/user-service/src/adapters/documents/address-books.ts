import type { Store } from '@intexuraos/storage';
import type { AddressBooks } from '../../ports.ts';
import { addressBooks as collection } from './address-book-collection.ts';

export function createAddressBooks(store: Store): AddressBooks {
  return {
    async get(userId) {
      const stored = await store.get(collection, userId);
      return stored && { entries: stored.data.entries, version: stored.version };
    },
    async save(userId, kept, entries) {
      const write = { collection, id: userId, data: { entries } };
      const { outcome } = await store.commit([
        kept === null ? { kind: 'create', ...write } : { kind: 'replace', ...write, expected: kept.version },
      ]);
      return outcome === 'committed';
    },
  };
}
