import type { Store } from '../store.ts';

/** True from the very millisecond on that the document names. */
export function isExpired(expiresAt: unknown, now: number): boolean {
  return typeof expiresAt === 'number' && expiresAt <= now;
}

/** A store that has to be told to delete what expired; Firestore's TTL policies do that by themselves. */
export interface PurgingStore extends Store {
  /**
   * Deletes at most `limit` expired documents of the collections used since the start, in each those first that expired
   * first, then by id; resolves to how many.
   */
  purgeExpired(limit: number): Promise<number>;
}
