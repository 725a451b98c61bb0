import { UserId } from '@intexuraos/contracts';
import { NewestNotes } from '@intexuraos/internal-clients/notes-agent';
import { z } from 'zod';
import { note } from '../items/note/index.ts';
import { endpoint } from './endpoint.ts';

const shownMax = 50;

export const readNotes = endpoint({
  method: 'GET',
  path: '/internal/notes',
  auth: 'service',
  summary: 'What a person has noted lately, the newest first',
  input: z.object({ userId: UserId }),
  output: NewestNotes,
  handle: async ({ userId }, { app }) => {
    const { items } = await app.items.list({ userId, kind: note.name, limit: shownMax });
    return { notes: items.map(({ id, content }) => ({ id, ...note.content.parse(content) })) };
  },
});
