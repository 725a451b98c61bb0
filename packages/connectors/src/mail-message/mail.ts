import { z } from 'zod';
import type { Fact } from '../connector.ts';
import { HeaderText, MailAddresses, MailBody } from './schema.ts';

const needed = (addresses: readonly string[]) => addresses.length > 0;

export const SendEmail = z.strictObject({
  to: MailAddresses.refine(needed, 'expected at least one address').describe('who gets it'),
  cc: MailAddresses.default([]).describe('who gets a copy'),
  bcc: MailAddresses.default([]).describe('who gets a copy that the others do not see'),
  subject: HeaderText.default('').describe('the subject'),
  body: MailBody.default('').describe('what it says, as plain text'),
});
/** A mail, sent or not. */
export type Mail = z.infer<typeof SendEmail>;

/** Who gets it and what it says, each on a line of its own. */
export const factsOfMail = ({ to, cc, bcc, subject, body }: Mail): readonly Fact[] =>
  [
    { label: 'To', value: to.join(', ') },
    { label: 'Copy to', value: cc.join(', ') },
    { label: 'Hidden copy to', value: bcc.join(', ') },
    { label: 'Subject', value: subject },
    { label: 'Text', value: body },
  ].filter(({ value }) => value !== '');
