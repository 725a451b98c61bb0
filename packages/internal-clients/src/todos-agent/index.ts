import { Feedback, Id, text, UserId } from '@intexuraos/contracts';
import { z } from 'zod';
import { defineNeighbour } from '../define.ts';

export const todoPriorities = ['low', 'medium', 'high', 'urgent'] as const;

/** Body of `POST /internal/todos`. */
export const NewTodo = z.object({
  userId: UserId,
  title: text(1_000),
  description: text(20_000).optional(),
  tags: z.array(text(64)).max(50),
  priority: z.enum(todoPriorities).optional(),
  /** A day (`2026-11-30`) or a moment with offset. */
  dueDate: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional(),
  source: z.string().min(1).max(64),
  sourceId: Id,
});
export type NewTodo = z.infer<typeof NewTodo>;

export const todosAgent = defineNeighbour({
  name: 'todos-agent',
  urlEnv: 'INTEXURAOS_TODOS_AGENT_URL',
  client: (http) => ({
    create: (todo: NewTodo) => http.post('/internal/todos', Feedback, todo),
  }),
});
