import { NewTodo } from '@intexuraos/internal-clients/todos-agent';
import type { z } from 'zod';
import { defineItemKind } from '../define.ts';

const Todo = NewTodo.omit({ userId: true, source: true, sourceId: true });
export type Todo = z.infer<typeof Todo>;

export const todo = defineItemKind({
  name: 'todo',
  page: 'todos',
  content: Todo,
  titleOf: ({ title }) => title,
  isTask: true,
  doneText: ({ title }) => `To-do "${title}" created`,
});
