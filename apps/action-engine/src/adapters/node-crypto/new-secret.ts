import { randomBytes } from 'node:crypto';

/** 256 random bits, in characters that need no escaping anywhere. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
