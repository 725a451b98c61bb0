import { noAmbientTimeOrChance } from './no-ambient-time-or-chance.ts';
import { noDoubleAssertion } from './no-double-assertion.ts';
import { statusChangesInTheDomain } from './status-changes-in-the-domain.ts';

/** The rules of the house that oxlint does not bring; `.oxlintrc.json` says where each holds. Oxlint wants a default export. */
export default {
  meta: { name: 'house' },
  rules: {
    'no-ambient-time-or-chance': noAmbientTimeOrChance,
    'no-double-assertion': noDoubleAssertion,
    'status-changes-in-the-domain': statusChangesInTheDomain,
  },
};
