import { Feedback } from '@intexuraos/contracts';
import { answer } from '@intexuraos/http-server';
import { NewNote } from '@intexuraos/internal-clients/notes-agent';
import { readCallIdentity } from '../domain/call-identity.ts';
import { note } from '../items/note/index.ts';
import { keepItem } from '../use-cases/keep-item.ts';
import { createdOrRepeated, done, endpoint, internalBodyLimit } from './endpoint.ts';

export const createNote = endpoint({
  method: 'POST',
  path: '/internal/notes',
  auth: 'service',
  summary: 'Keep a note; one for each sourceId',
  bodyLimit: internalBodyLimit,
  input: NewNote,
  output: Feedback,
  statuses: [201],
  handle: async ({ userId, source, sourceId, ...content }, { app, request }) => {
    const wanted = { userId, source, sourceId, content };
    const { item, created } = await keepItem(app, note, wanted, readCallIdentity(request.headers));
    const [status, headers] = createdOrRepeated(created);
    return answer(status, done(item), headers);
  },
});
