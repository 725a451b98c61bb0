import { Timestamp, UserId } from '@intexuraos/contracts';
import { z } from 'zod';
import { purposeOf } from '../domain/message-key.ts';
import type { SentMessage } from '../domain/sent-message.ts';
import { endpoint } from './endpoint.ts';

/** Whom it did not reach and why; what it said is between the two of them. */
const UndeliveredView = z.object({
  messageKey: z.string(),
  kind: z.string(),
  actionId: z.string().nullable(),
  userId: UserId,
  errorCode: z.string().nullable(),
  attempts: z.int(),
  createdAt: Timestamp,
});

const viewOf = (message: SentMessage): z.input<typeof UndeliveredView> => ({
  messageKey: message.messageKey,
  ...purposeOf(message.messageKey),
  userId: message.userId,
  errorCode: message.errorCode,
  attempts: message.attempts,
  createdAt: new Date(message.createdAt).toISOString(),
});

export const listUndelivered = endpoint({
  method: 'GET',
  path: '/operations/deliveries',
  auth: 'operator',
  summary: 'Questions, reports and other messages of ours that reached nobody, newest first.',
  input: z.strictObject({
    limit: z.coerce.number().int().min(1).max(100).default(50),
    cursor: z.string().min(1).max(4_096).optional(),
  }),
  output: z.object({ undelivered: z.array(UndeliveredView), nextCursor: z.string().nullable() }),
  handle: async (page, { app }) => {
    const { messages, nextCursor } = await app.messages.undelivered(page);
    return { undelivered: messages.map(viewOf), nextCursor };
  },
});
