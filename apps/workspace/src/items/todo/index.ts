import { NewTodo } from '@intexuraos/internal-clients/todos-agent';
import type { z } from 'zod';
import { defineItemKind } from '../define.ts';

const Todo = NewTodo.omit({ userId: true, source: true, sourceId: true });
export type Todo = z.infer<typeof Todo>;

const dayChars = '2026-11-30'.length;

export const todo = defineItemKind({
  name: 'todo',
  page: 'todos',
  content: Todo,
  titleOf: ({ title }) => title,
  isTask: true,
  mirror: {
    platform: 'notion',
    operation: 'create_task',
    payload: ({ title, description, dueDate }) => ({
      title,
      ...(description !== undefined && { body: description }),
      // A moment's day is the day where it was said.
      ...(dueDate !== undefined && { due_date: dueDate.slice(0, dayChars) }),
    }),
  },
  doneText: ({ title }) => `To-do "${title}" created`,
});
