import { NewNote } from '@intexuraos/internal-clients/notes-agent';
import type { z } from 'zod';
import { defineItemKind } from '../define.ts';

const Note = NewNote.omit({ userId: true, source: true, sourceId: true });
export type Note = z.infer<typeof Note>;

export const note = defineItemKind({
  name: 'note',
  page: 'notes',
  content: Note,
  titleOf: ({ title }) => title,
  mirror: {
    platform: 'notion',
    operation: 'create_page',
    payload: ({ title, content }) => ({ title, body: content }),
  },
  doneText: ({ title }) => `Note "${title}" saved`,
});
