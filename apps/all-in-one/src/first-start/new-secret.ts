import { randomBytes } from 'node:crypto';

/** 256 random bits, in characters that need no escaping anywhere. */
export const newSecret = () => randomBytes(32).toString('base64url');

/** 128 random bits: short enough for a link, and nobody guesses it while a process runs. */
export const newSignInCode = () => randomBytes(16).toString('base64url');
