import { z } from 'zod';

/** Ids as Firestore takes them: no slash, no dots alone, not reserved. */
export const Id = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,128}$/, 'expected 1 to 128 letters, digits, "_" or "-"')
  .refine((id) => !/^__.*__$/.test(id), 'ids like __this__ are reserved');

/** A person's id as its issuer made it (the token's `sub`), e.g. `auth0|5f7c8ec7c33c6c004bbafe82`. */
export const UserId = z.string().regex(/^[A-Za-z0-9_|.:@-]{1,128}$/, 'expected 1 to 128 letters, digits or _|.:@-');

/** `{sourceType}:{externalId}`, chosen by another system; a WhatsApp id in it may hold `=`, `/` and `+`. */
export const CommandId = z.string().regex(/^[\x21-\x7e]{1,512}$/, 'expected 1 to 512 visible ASCII characters');

export const Timestamp = z.iso.datetime({ offset: true });

const isCleanText = (text: string) =>
  text.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text);

/** What a person may write: NFC, no control characters but tab and new line, no lone surrogates. */
export const text = (maxCodePoints: number) =>
  z
    .string()
    .refine(isCleanText, 'control characters and broken Unicode are not allowed')
    .transform((value) => value.normalize('NFC'))
    .refine((value) => [...value].length <= maxCodePoints, `expected at most ${maxCodePoints} characters`);
