import { notesAgent } from '@intexuraos/internal-clients/notes-agent';
import { z } from 'zod';
import { defineActionType, noFacts } from '../define.ts';
import { fromFeedback } from '../outcome.ts';
import { listPart, textPart, titlePart } from '../parts.ts';
import { contentOf, factsOf, ShownWords, Spoken, source, spokenFacts } from '../payload.ts';

const Note = Spoken.extend({ tags: z.array(z.string()).default([]) });

export const note = defineActionType({
  name: 'note',
  payload: Note,
  target: notesAgent,
  keyed: true,
  risk: 'low',
  facts: noFacts,
  texts: {
    verb: 'Save a note',
    facts: (action) => [
      ...spokenFacts(action, ShownWords.parse(action.payload), 'Text'),
      ...factsOf(action, { tags: 'Tags' }),
    ],
  },
  editable: () => [
    titlePart,
    textPart('prompt', ['text', 'content', 'inhalt', 'treść']),
    listPart('tags', ['tags', 'tag']),
  ],
  execute: async ({ action, payload, client }) =>
    fromFeedback(
      await client.create({
        userId: action.userId,
        title: action.title,
        content: contentOf(action, payload),
        tags: payload.tags,
        source,
        sourceId: action.id,
      }),
    ),
});
