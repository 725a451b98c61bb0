import { z } from 'zod';

const distinctCharsMin = 10;
const placeholder = /change.?me|placeholder|replace.?me|your[-_ ]|example|<.*>/i;

/** What templates and examples leave behind where a secret belongs. */
export const isPlaceholder = (text: string): boolean => new Set(text).size < distinctCharsMin || placeholder.test(text);

/** A variable that holds a secret of at least so many characters, and no placeholder. Says so to who lists variables. */
export const secret = (charsMin: number) =>
  z
    .string()
    .min(charsMin, { error: `expected at least ${charsMin} characters`, abort: true })
    .refine((text) => !isPlaceholder(text), 'is a placeholder')
    .meta({ secret: true });
