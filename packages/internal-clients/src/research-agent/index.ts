import { Feedback, Id, text, UserId } from '@intexuraos/contracts';
import { z } from 'zod';
import { defineNeighbour } from '../define.ts';

/** Body of `POST /internal/research/draft`. */
export const NewResearchDraft = z.object({
  userId: UserId,
  title: text(1_000),
  prompt: text(100_000),
  originalMessage: text(100_000),
  sourceActionId: Id,
});
export type NewResearchDraft = z.infer<typeof NewResearchDraft>;

export const researchAgent = defineNeighbour({
  name: 'research-agent',
  urlEnv: 'INTEXURAOS_RESEARCH_AGENT_URL',
  client: (http) => ({
    draft: (research: NewResearchDraft) => http.post('/internal/research/draft', Feedback, research),
  }),
});
