import { z } from 'zod';

/** RFC 5322 2.1.1: the longest line. */
const lineCharsMax = 998;
const bodyCharsMax = 200_000;
const addressesMax = 100;

/** What could end a header, and so begin another. */
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/** A text that stays within its header: a subject, say. */
export const HeaderText = z
  .string()
  .max(lineCharsMax)
  .refine((text) => text.isWellFormed() && !controls.test(text), 'expected one line without control characters');

/** A name only where its end is beyond doubt, so that what is shown and what is sent to are the same. */
const named = /^(?:"(?:[^"\\]|\\.)*"|[^"<>@,;:\\]*) ?<([^<>]+)>$/;
const form = 'like "ana@example.com" or "Ana <ana@example.com>"';

/** One address, with or without the name of its owner. */
export const MailAddress = HeaderText.refine(
  (text) => z.email().safeParse(named.exec(text)?.[1] ?? text).success,
  `expected one address ${form}`,
);

const Addresses = z.array(MailAddress).max(addressesMax);

/** Addresses as a list, or as one text with commas between them. */
export const MailAddresses = z.union([HeaderText.transform(split).pipe(Addresses), Addresses], {
  error: `expected addresses ${form}: a list, or separated by commas`,
});

export const MailBody = z
  .string()
  .max(bodyCharsMax)
  .refine((text) => text.isWellFormed(), 'expected whole characters');

/** At each comma that is not within quotation marks. */
function split(text: string): string[] {
  const parts = text.match(/(?:"(?:\\.|[^"\\])*"|[^,"]|")+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
