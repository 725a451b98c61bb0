import { defineCollection } from '@intexuraos/storage';
import { z } from 'zod';
import type { TimelineEvent } from '../../domain/action.ts';
import { boundsMs } from '../../domain/figures.ts';
import type { ApprovalMessage, FiguresOfHour } from '../../ports.ts';
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
    ['userId', 'openAskCode'],
    ['dueAt'],
    ['stuckSince'],
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

const questionRef = {
  actionId: z.string(),
  version: z.number(),
  askId: z.string(),
  contentHash: z.string(),
};

const List = z.object({
  id: z.string(),
  userId: z.string(),
  createdAt: z.number(),
  sentAt: z.number().nullable(),
  wamid: z.string().nullable(),
  entries: z.array(z.object({ ...questionRef, line: z.string() })),
  expiresAt: z.number(),
});

export const askLists = defineCollection({
  name: 'ask_lists',
  parse: (data) => List.parse(data),
  indexes: [
    ['userId', 'createdAt'],
    ['userId', 'wamid', 'createdAt'],
  ],
  expiresAtField: 'expiresAt',
});

const Meaning = z.object({
  takenFor: z.enum(['decision', 'which', 'nothing', 'command']),
  questions: z.array(z.object({ ...questionRef, says: z.enum(['approve', 'reject', 'show', 'edit']) })),
  expiresAt: z.number(),
});

export const replyMeanings = defineCollection({
  name: 'reply_meanings',
  parse: (data) => Meaning.parse(data),
  indexes: [],
  expiresAtField: 'expiresAt',
});

const Explained = z.object({
  says: z.enum(['changed', 'repeated', 'expired', 'unsupported', 'too_late']),
  askId: z.string().nullable(),
  expiresAt: z.number(),
});

export const replyExplanations = defineCollection({
  name: 'reply_explanations',
  parse: (data) => Explained.parse(data),
  indexes: [],
  expiresAtField: 'expiresAt',
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

const Count = z.number().int().min(0);
const Latencies = z.array(Count).length(boundsMs.length + 1);

const Figures = z.object({
  hour: z.number(),
  instance: z.string(),
  tally: z.object({
    created: Count,
    approved: Count,
    rejected: Count,
    completed: Count,
    failed: Count,
    toApprove: Latencies,
    toRun: Latencies,
  }),
  expiresAt: z.number(),
});

/** One document for each process and hour: nobody else writes it, so nobody waits for it. */
export const actionFigures = defineCollection({
  name: 'action_figures',
  parse: (data): FiguresOfHour => Figures.parse(data),
  indexes: [['hour']],
  expiresAtField: 'expiresAt',
});

const RuleUseDocument = z.object({
  uses: z.array(z.object({ actionId: z.string(), at: z.number() })),
  expiresAt: z.number(),
});

export const ruleUses = defineCollection({
  name: 'auto_approval_uses',
  parse: (data) => RuleUseDocument.parse(data),
  indexes: [],
  expiresAtField: 'expiresAt',
});
