import { NewResearchDraft } from '@intexuraos/internal-clients/research-agent';
import type { z } from 'zod';
import { defineItemKind } from '../define.ts';

const Research = NewResearchDraft.omit({ userId: true, sourceActionId: true });
export type Research = z.infer<typeof Research>;

export const research = defineItemKind({
  name: 'research',
  page: 'research',
  content: Research,
  titleOf: ({ title }) => title,
  errand: 'text',
  doneText: ({ title }) => `Research draft "${title}" saved`,
});
