import { defineCollection } from '@intexuraos/storage';
import { z } from 'zod';
import type { TimelineEvent } from '../../domain/action.ts';
import type { ApprovalMessage } from '../../ports.ts';
import { ActionDocument } from './action-document.ts';

/** The collections of actions-agent, by the seed's names, and the queries each must answer. */
export const actions = defineCollection({
  name: 'actions',
  parse: (data) => ActionDocument.parse(data),
  indexes: [
    ['userId', 'createdAt'],
    ['userId', 'status', 'createdAt'],
    ['userId', 'type', 'createdAt'],
    ['userId', 'status', 'type', 'createdAt'],
    ['userId', 'originKey', 'createdAt'],
    ['userId', 'openAskCode', 'createdAt'],
    ['dueAt'],
  ],
});

const Event = z.custom<TimelineEvent>((value) => typeof value === 'object' && value !== null && 'seq' in value);

export const actionEvents = defineCollection({
  name: 'events',
  parent: 'actions',
  parse: (data): TimelineEvent => Event.parse(data),
  indexes: [['actionId', 'seq']],
});

const Message = z.object({
  id: z.string(),
  wamid: z.string(),
  actionId: z.string(),
  userId: z.string(),
  sentAt: z.string(),
  actionType: z.string(),
  actionTitle: z.string(),
  askId: z.string().default(''),
  version: z.number().default(1),
});

export const approvalMessages = defineCollection({
  name: 'approval_messages',
  parse: (data): ApprovalMessage => Message.parse(data),
  indexes: [],
});

const UnquotedReply = z.object({
  asks: z.array(z.object({ actionId: z.string(), askId: z.string().nullable(), version: z.number().nullable() })),
  expiresAt: z.number(),
});

export const approvalReplies = defineCollection({
  name: 'approval_replies',
  parse: (data) => UnquotedReply.parse(data),
  indexes: [],
  expiresAtField: 'expiresAt',
});

const Correction = z.object({
  id: z.string(),
  actionId: z.string(),
  fromType: z.string(),
  toType: z.string(),
  userId: z.string(),
  timestamp: z.string(),
});

export const corrections = defineCollection({
  name: 'actions_transitions',
  parse: (data) => Correction.parse(data),
  indexes: [['userId', 'timestamp']],
});

const Lock = z.object({ owner: z.string(), until: z.number() });

export const locks = defineCollection({ name: 'locks', parse: (data) => Lock.parse(data), indexes: [] });

const QuotaCount = z.object({ count: z.number(), expiresAt: z.number() });

export const quotas = defineCollection({
  name: 'quotas',
  parse: (data) => QuotaCount.parse(data),
  indexes: [],
  expiresAtField: 'expiresAt',
});
