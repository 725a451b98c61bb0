import { z } from 'zod';
import { HeaderText, MailAddresses, MailBody } from '../mail-message/schema.ts';

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

/** A draft may still lack its readers. */
export const CreateDraft = SendEmail.extend({ to: MailAddresses.default([]).describe('who shall get it') });

const foundMax = 25;
export const Search = z.strictObject({
  query: z.string().min(1).max(1_000).describe('as in Gmail’s search box: from:ana newer_than:7d'),
  max_results: z.int().min(1).max(foundMax).default(10).describe('how many messages at most, the newest first'),
});

/** The fields of Gmail's answers that are used here. */
export const MessageRef = z.object({ id: z.string(), threadId: z.string() });
export type MessageRef = z.infer<typeof MessageRef>;

export const Draft = z.object({ id: z.string(), message: MessageRef });
export type Draft = z.infer<typeof Draft>;

export const Messages = z.object({ messages: z.array(MessageRef).default([]), resultSizeEstimate: z.int() });
export const Drafts = z.object({ drafts: z.array(Draft).default([]), resultSizeEstimate: z.int() });

export const MessageHead = MessageRef.extend({
  snippet: z.string().default(''),
  payload: z.object({ headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]) }),
});

export const FoundMessages = z.object({
  messages: z.array(
    MessageRef.extend({
      from: z.string(),
      to: z.string(),
      subject: z.string(),
      date: z.string(),
      snippet: z.string(),
    }),
  ),
});
