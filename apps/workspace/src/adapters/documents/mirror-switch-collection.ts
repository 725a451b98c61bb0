import { defineCollection } from '@intexuraos/storage';
import { z } from 'zod';

const SwitchesDocument = z.object({
  userId: z.string(),
  off: z.array(z.string()),
  accounts: z.record(z.string(), z.string()).default({}),
});

export const mirrorSwitches = defineCollection({
  name: 'workspace_mirror_switches',
  parse: (data) => SwitchesDocument.parse(data),
  indexes: [],
});
