import { randomBytes } from 'node:crypto';

/** The operating system's randomness: keys and IVs come from nowhere else. */
export const secureRandomBytes = (count: number): Buffer => randomBytes(count);
