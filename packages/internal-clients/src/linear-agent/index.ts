import { Feedback, Id, text, UserId } from '@intexuraos/contracts';
import { z } from 'zod';
import { defineNeighbour } from '../define.ts';

/** Linear's own scale of an issue's priority, https://linear.app/docs/priority */
export const linearPriorities = ['none', 'urgent', 'high', 'medium', 'low'] as const;

/** The facts of an issue, as they are shown in the ask and sent after the approval. */
export const LinearIssue = z.object({
  title: text(1_000),
  description: text(100_000).optional(),
  team: text(64).optional(),
  priority: z.enum(linearPriorities).optional(),
});
export type LinearIssue = z.infer<typeof LinearIssue>;

const LinearAction = z.object({
  id: Id,
  userId: UserId,
  text: text(100_000),
  summary: text(20_000).optional(),
});

/** Body of `POST /internal/linear/preview`. */
export const LinearPreviewRequest = z.object({ action: LinearAction });
export type LinearPreviewRequest = z.infer<typeof LinearPreviewRequest>;

export const LinearPreview = LinearIssue.partial({ title: true }).extend({
  status: z.enum(['pending', 'ready', 'failed']),
  reasoning: z.string(),
  missing: z.array(z.string()).optional(),
  error: z.string().optional(),
});
export type LinearPreview = z.infer<typeof LinearPreview>;

/** Body of `POST /internal/linear/process-action`: nothing but `prepared` is interpreted. */
export const LinearActionRequest = z.object({ action: LinearAction.extend({ prepared: LinearIssue }) });
export type LinearActionRequest = z.infer<typeof LinearActionRequest>;

export const linearAgent = defineNeighbour({
  name: 'linear-agent',
  urlEnv: 'INTEXURAOS_LINEAR_AGENT_URL',
  client: (http) => ({
    /** Changes nothing anywhere. */
    preview: (request: LinearPreviewRequest) => http.post('/internal/linear/preview', LinearPreview, request),
    /** The `resourceUrl` of the answer is absolute. */
    processAction: (request: LinearActionRequest) => http.post('/internal/linear/process-action', Feedback, request),
  }),
});
