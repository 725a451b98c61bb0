import { Feedback } from '@intexuraos/contracts';
import { answer } from '@intexuraos/http-server';
import { NewTodo } from '@intexuraos/internal-clients/todos-agent';
import { readCallIdentity } from '../domain/call-identity.ts';
import { todo } from '../items/todo/index.ts';
import { keepItem } from '../use-cases/keep-item.ts';
import { createdOrRepeated, done, endpoint, internalBodyLimit } from './endpoint.ts';

export const createTodo = endpoint({
  method: 'POST',
  path: '/internal/todos',
  auth: 'service',
  summary: 'Keep a to-do; one for each sourceId',
  bodyLimit: internalBodyLimit,
  input: NewTodo,
  output: Feedback,
  statuses: [201],
  handle: async ({ userId, source, sourceId, ...content }, { app, request }) => {
    const wanted = { userId, source, sourceId, content };
    const { item, created } = await keepItem(app, todo, wanted, readCallIdentity(request.headers));
    const [status, headers] = createdOrRepeated(created);
    return answer(status, done(item), headers);
  },
});
