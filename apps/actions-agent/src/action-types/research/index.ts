import { researchAgent } from '@intexuraos/internal-clients/research-agent';
import { defineActionType, noFacts } from '../define.ts';
import { fromFeedback } from '../outcome.ts';
import { textPart, titlePart } from '../parts.ts';
import { contentOf, ShownWords, Spoken, spokenFacts, wordsOf } from '../payload.ts';

export const research = defineActionType({
  name: 'research',
  payload: Spoken,
  target: researchAgent,
  keyed: true,
  risk: 'low',
  facts: noFacts,
  texts: {
    verb: 'Draft a research',
    facts: (action) => spokenFacts(action, ShownWords.parse(action.payload), 'Question'),
  },
  editable: () => [titlePart, textPart('prompt', ['question', 'text', 'frage', 'pytanie'])],
  execute: async ({ action, payload, client }) =>
    fromFeedback(
      await client.draft({
        userId: action.userId,
        title: action.title,
        prompt: contentOf(action, payload),
        originalMessage: wordsOf(action, payload),
        sourceActionId: action.id,
      }),
    ),
});
