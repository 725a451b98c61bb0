import { contentHash } from '@intexuraos/kernel';

/** A person's calendar under a secret address: whoever knows the address may read it. */
export interface CalendarFeed {
  readonly userId: string;
  /** The token itself is told once and not kept. */
  readonly tokenHash: string;
  readonly createdAt: number;
}

export const hashOf = (token: string) => contentHash(token);
