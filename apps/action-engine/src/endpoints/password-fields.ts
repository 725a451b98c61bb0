import { z } from 'zod';

export const LoginName = z.string().regex(/^[\w.@+-]{1,128}$/, 'expected a name like "ana" or "ana@example.com"');

/** NIST SP 800-63B: long, and of whatever characters somebody likes. */
export const NewPassword = z.string().min(12).max(256);
