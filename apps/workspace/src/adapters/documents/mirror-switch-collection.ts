import { defineCollection } from '@intexuraos/storage';
import { z } from 'zod';

const SwitchesDocument = z.object({ userId: z.string(), off: z.array(z.string()) });

export const mirrorSwitches = defineCollection({
  name: 'workspace_mirror_switches',
  parse: (data) => SwitchesDocument.parse(data),
  indexes: [],
});
