import { type Clock, uuidFromName } from '@intexuraos/kernel';
import type { Store } from '@intexuraos/storage';
import type { RuleUses } from '../../ports.ts';
import { ruleUses } from './collections.ts';

const dayMs = 24 * 3_600_000;
const rivalsMax = 10;

/** One document for each person and rule, with the uses of the last 24 hours; a rule without a cap costs nothing. */
export function createRuleUses(store: Store, clock: Clock): RuleUses {
  return {
    async take({ id: ruleId, perDayMax }, { id: actionId, userId }) {
      if (perDayMax === null) return true;
      const id = uuidFromName(JSON.stringify([userId, ruleId]));
      for (let rival = 0; rival < rivalsMax; rival += 1) {
        const present = await store.get(ruleUses, id);
        const now = present?.readAt ?? clock.now();
        const uses = (present?.data.uses ?? []).filter(({ at }) => at > now - dayMs);
        if (uses.some((use) => use.actionId === actionId)) return true;
        if (uses.length >= perDayMax) return false;
        const data = { uses: [...uses, { actionId, at: now }], expiresAt: now + dayMs };
        const write = { collection: ruleUses, id, data };
        const { outcome } = await store.commit([
          present === null ? { kind: 'create', ...write } : { kind: 'replace', ...write, expected: present.version },
        ]);
        if (outcome === 'committed') return true;
      }
      return false;
    },
  };
}
