import { Feedback, Id, text, UserId } from '@intexuraos/contracts';
import { z } from 'zod';
import { defineNeighbour } from '../define.ts';

/** Body of `POST /internal/notes`. */
export const NewNote = z.object({
  userId: UserId,
  title: text(1_000),
  content: text(100_000),
  tags: z.array(text(64)).max(50),
  source: z.string().min(1).max(64),
  sourceId: Id,
});
export type NewNote = z.infer<typeof NewNote>;

/** A note as it is kept. */
export const KeptNote = z.object({ id: Id, title: z.string(), content: z.string() });
export type KeptNote = z.infer<typeof KeptNote>;

/** The answer of `GET /internal/notes`: the newest first. */
export const NewestNotes = z.object({ notes: z.array(KeptNote) });

export const notesAgent = defineNeighbour({
  name: 'notes-agent',
  urlEnv: 'INTEXURAOS_NOTES_AGENT_URL',
  client: (http) => ({
    create: (note: NewNote) => http.post('/internal/notes', Feedback, note),
    /** What a person has noted lately. */
    newest: (userId: string) => http.get(`/internal/notes?userId=${encodeURIComponent(userId)}`, NewestNotes),
  }),
});
