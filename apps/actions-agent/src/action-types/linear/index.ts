import { LinearIssue, linearAgent, linearPriorities } from '@intexuraos/internal-clients/linear-agent';
import { z } from 'zod';
import type { Action } from '../../domain/action.ts';
import { defineActionType } from '../define.ts';
import { fromFeedback } from '../outcome.ts';
import { choicePart, textPart, titlePart } from '../parts.ts';
import { factsOf, Spoken, wordsOf } from '../payload.ts';

const issueAction = (action: Action, payload: Spoken) => ({
  id: action.id,
  userId: action.userId,
  text: wordsOf(action, payload),
  ...(payload.summary && { summary: payload.summary }),
});

/** What the person wrote into the payload by hand wins over what was read from the words. */
const Stated = z.object({
  description: z.string().optional(),
  team: z.string().optional(),
  priority: LinearIssue.shape.priority,
});

export const linear = defineActionType({
  name: 'linear',
  payload: Spoken.extend(Stated.shape),
  target: linearAgent,
  keyed: true,
  risk: 'low',
  facts: LinearIssue,
  texts: {
    verb: 'Create a Linear issue',
    facts: (action) =>
      factsOf(action, { title: 'Issue', description: 'Description', team: 'Team', priority: 'Priority' }),
  },
  editable: () => [
    titlePart,
    textPart('description', ['description', 'beschreibung', 'opis']),
    textPart('team', ['team', 'zespół']),
    choicePart('priority', ['priority', 'priorität', 'priorité', 'prioridad', 'priorytet'], linearPriorities),
  ],
  prepare: async ({ action, payload, client }) => {
    const call = await client.preview({ action: issueAction(action, payload) });
    if (call.kind === 'failed') throw new Error(`linear preview: ${call.code} ${call.message}`);
    const stated = Stated.parse(action.payload);
    const issue = LinearIssue.safeParse({ ...call.data, title: action.title, ...stated });
    if (issue.success) {
      return {
        status: 'ready',
        facts: z.record(z.string(), z.json()).parse(issue.data),
        reasoning: call.data.reasoning,
      };
    }
    return {
      status: 'failed',
      facts: null,
      problem: call.data.error ?? 'the issue needs a title',
      reasoning: call.data.reasoning,
    };
  },
  execute: async ({ action, payload, prepared, client }) =>
    fromFeedback(await client.processAction({ action: { ...issueAction(action, payload), prepared } })),
});
