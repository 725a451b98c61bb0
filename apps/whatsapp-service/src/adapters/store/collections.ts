import {
  ActionApprovalReply,
  CommandIngest,
  WhatsAppMessageSend,
  WhatsAppMessageStatus,
  WhatsAppWindowOpened,
} from '@intexuraos/contracts';
import { defineCollection } from '@intexuraos/storage';
import { z } from 'zod';
import { messageKinds } from '../../domain/inbound.ts';
import { entryStates, leftAloneReasons } from '../../domain/inbox-entry.ts';
import { sendStates } from '../../domain/sent-message.ts';

const Undecided = z.object({
  item: z.literal('message'),
  wamid: z.string(),
  sender: z.object({ bsuid: z.string().nullable(), phone: z.string().nullable() }),
  sentAt: z.number(),
  kind: z.enum(messageKinds),
  text: z.string(),
  buttonId: z.string().nullable(),
  emoji: z.string().nullable(),
  isForwarded: z.boolean().default(false),
  quotedWamid: z.string().nullable(),
});

const Entry = z.object({
  state: z.enum(entryStates),
  reason: z.enum(leftAloneReasons).nullable(),
  undecided: Undecided.nullable(),
  events: z.array(
    z.discriminatedUnion('type', [
      ActionApprovalReply,
      CommandIngest,
      WhatsAppMessageSend,
      WhatsAppMessageStatus,
      WhatsAppWindowOpened,
    ]),
  ),
  attempts: z.number(),
  receivedAt: z.number(),
  dueAt: z.number().nullable(),
  expiresAt: z.number(),
});

const Message = z.object({
  messageKey: z.string(),
  userId: z.string(),
  correlationId: z.string(),
  text: z.string(),
  buttons: z.array(z.object({ id: z.string(), title: z.string() })),
  replyTo: z.string().nullable(),
  state: z.enum(sendStates),
  wamid: z.string().nullable(),
  errorCode: z.string().nullable(),
  attempts: z.number(),
  repeated: z.boolean(),
  asTemplate: z.boolean(),
  createdAt: z.number(),
  dueAt: z.number().nullable(),
  expiresAt: z.number(),
});

/** One document for each message or status that came in. */
export const inboundEntries = defineCollection({
  name: 'whatsapp_inbound',
  parse: (data) => Entry.parse(data),
  indexes: [['dueAt']],
  expiresAtField: 'expiresAt',
});

/** One document for each message of ours, under an id made of its messageKey. */
export const sentMessages = defineCollection({
  name: 'whatsapp_messages',
  parse: (data) => Message.parse(data),
  indexes: [['dueAt'], ['wamid'], ['userId', 'createdAt'], ['userId', 'undeliveredSince'], ['undeliveredSince']],
  expiresAtField: 'expiresAt',
});
