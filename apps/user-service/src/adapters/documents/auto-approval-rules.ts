import type { Store } from '@intexuraos/storage';
import type { AutoApprovalRules } from '../../ports.ts';
import { autoApprovalRules as collection } from './rule-collection.ts';

export function createAutoApprovalRules(store: Store): AutoApprovalRules {
  return {
    async get(userId) {
      const stored = await store.get(collection, userId);
      return stored && { rules: stored.data.rules, version: stored.version };
    },
    async save(userId, kept, rules) {
      const write = { collection, id: userId, data: { rules } };
      const { outcome } = await store.commit([
        kept === null ? { kind: 'create', ...write } : { kind: 'replace', ...write, expected: kept.version },
      ]);
      return outcome === 'committed';
    },
  };
}
