import * as z from 'zod/mini';

export const Session = z.object({ token: z.string(), userId: z.string(), expiresAt: z.string() });
export type Session = z.infer<typeof Session>;

/** Who is signed in, the same in all tabs of this browser. */
export interface SessionStore {
  current(): Session | null;
  /** Null signs out. */
  set(session: Session | null): void;
  /** Runs `listener` after every change; gives back what ends that. */
  subscribe(listener: () => void): () => void;
}
