import { randomBytes } from 'node:crypto';

/** 128 random bits: short enough for a link, and nobody guesses it while a process runs. */
export const newSignInCode = () => randomBytes(16).toString('base64url');
