import { todosAgent } from '@intexuraos/internal-clients/todos-agent';
import { z } from 'zod';
import { defineActionType, noFacts } from '../define.ts';
import { fromFeedback } from '../outcome.ts';
import { factsOf, Spoken, source, wordsOf } from '../payload.ts';

const Todo = Spoken.extend({
  description: z.string().optional(),
  tags: z.array(z.string()).default([]),
  priority: z.enum(['low', 'medium', 'high', 'urgent']).optional(),
  dueDate: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional(),
});

export const todo = defineActionType({
  name: 'todo',
  payload: Todo,
  target: todosAgent,
  keyed: true,
  risk: 'low',
  facts: noFacts,
  texts: {
    verb: 'Create a to-do',
    facts: (action) => factsOf(action, { dueDate: 'Due', priority: 'Priority', tags: 'Tags', description: 'Details' }),
  },
  execute: async ({ action, payload, client }) => {
    const description = payload.description ?? payload.summary ?? wordsOf(action, payload);
    return fromFeedback(
      await client.create({
        userId: action.userId,
        title: action.title,
        description,
        tags: payload.tags,
        ...(payload.priority && { priority: payload.priority }),
        ...(payload.dueDate && { dueDate: payload.dueDate }),
        source,
        sourceId: action.id,
      }),
    );
  },
});
