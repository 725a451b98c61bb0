import { z } from 'zod';
import { SendEmail } from '../mail-message/mail.ts';
import { MailAddresses } from '../mail-message/schema.ts';

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
