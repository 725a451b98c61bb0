import { AutoApprovalRules } from '@intexuraos/contracts';
import { defineCollection } from '@intexuraos/storage';

/** One document for each person who has changed their rules, under their id. */
export const autoApprovalRules = defineCollection({
  name: 'users_auto_approval_rules',
  parse: (data) => AutoApprovalRules.parse(data),
  indexes: [],
});
