import * as z from 'zod/mini';

export const Session = z.object({ token: z.string(), userId: z.string(), expiresAt: z.string() });
export type Session = z.infer<typeof Session>;

/** Who is signed in, the same in all tabs of this browser. */
export interface SessionStore {
  current(): Session | null;
  /** The server takes it no more, after it did: it stays, with all that stands on the page, until somebody signs in again. */
  hasEnded(): boolean;
  /** What the server said to a call with this token. One that it never took was none: that signs out. */
  judge(token: string | null, isTaken: boolean): void;
  /** Null signs out. */
  set(session: Session | null): void;
  /** Runs `listener` after every change; gives back what ends that. */
  subscribe(listener: () => void): () => void;
}
