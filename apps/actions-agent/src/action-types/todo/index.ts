import { todosAgent } from '@intexuraos/internal-clients/todos-agent';
import { z } from 'zod';
import type { Action } from '../../domain/action.ts';
import { defineActionType, noFacts } from '../define.ts';
import { fromFeedback } from '../outcome.ts';
import { choicePart, knownText, listPart, momentPart, textPart, timeNames, titlePart, withPayload } from '../parts.ts';
import { factsOf, Spoken, source, wordsOf } from '../payload.ts';

const priorities = ['low', 'medium', 'high', 'urgent'] as const;

const Details = Spoken.extend({ description: z.string().optional() });

const Todo = Details.extend({
  tags: z.array(z.string()).default([]),
  priority: z.enum(priorities).optional(),
  dueDate: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional(),
});

/** Of a payload that cannot be read there are none to show. */
const ShownDetails = Details.catch({});

const descriptionOf = (action: Action, payload: z.infer<typeof Details>) =>
  payload.description ?? payload.summary ?? wordsOf(action, payload);

function detailsOf(action: Action) {
  const value = descriptionOf(action, ShownDetails.parse(action.payload));
  return value === action.title ? [] : [{ label: 'Details', value }];
}

export const todo = defineActionType({
  name: 'todo',
  payload: Todo,
  target: todosAgent,
  keyed: true,
  risk: 'low',
  facts: noFacts,
  texts: {
    verb: 'Create a to-do',
    facts: (action) => [
      ...factsOf(action, { dueDate: 'Due', priority: 'Priority', tags: 'Tags' }),
      ...detailsOf(action),
    ],
  },
  editable: () => [
    titlePart,
    momentPart({
      names: ['due', 'due date', 'deadline', 'fällig', 'frist', 'termin', ...timeNames],
      isObvious: true,
      before: (action) => knownText(action, 'dueDate'),
      changed: ({ iso }, action) => withPayload(action, { dueDate: iso }),
    }),
    choicePart('priority', ['priority', 'priorität', 'priorité', 'prioridad', 'priorytet'], priorities),
    listPart('tags', ['tags', 'tag']),
    textPart('description', ['details', 'description', 'beschreibung', 'opis']),
  ],
  execute: async ({ action, payload, client }) =>
    fromFeedback(
      await client.create({
        userId: action.userId,
        title: action.title,
        description: descriptionOf(action, payload),
        tags: payload.tags,
        ...(payload.priority && { priority: payload.priority }),
        ...(payload.dueDate && { dueDate: payload.dueDate }),
        source,
        sourceId: action.id,
      }),
    ),
});
