import { defineCollection } from '@intexuraos/storage';
import { z } from 'zod';
import { dueAt, type Performance, performanceStatuses } from '../../domain/performance.ts';
import { WishedDocument } from './wished-document.ts';

const JsonObject = z.record(z.string(), z.json());

const PerformanceDocument = z.object({
  id: z.string(),
  requestId: z.string(),
  userId: z.string(),
  caller: z.string(),
  key: z.string(),
  wished: WishedDocument,
  approval: z.object({ actionId: z.string().nullable(), digest: z.string() }).nullable().default(null),
  status: z.enum(performanceStatuses),
  attempts: z.number(),
  result: JsonObject.nullable(),
  failure: z
    .object({
      code: z.string(),
      message: z.string(),
      retryAfterMs: z.number().nullable(),
      details: z.unknown().optional(),
    })
    .nullable(),
  callback: z
    .object({
      url: z.string(),
      attempts: z.number(),
      nextAt: z.number().nullable(),
      deliveredAt: z.number().nullable(),
      problem: z.string().nullable(),
    })
    .nullable(),
  noticeDue: z.boolean(),
  receivedAt: z.number(),
  runAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  leaseUntil: z.number().nullable(),
  schemaVersion: z.literal(1).default(1),
});

/** For so long a key is remembered, and a request can be looked up. */
const keptMs = 30 * 24 * 3_600_000;

const plannedAt = ({ status, runAt }: Performance) => (status === 'accepted' ? runAt : null);

/** The stored form. */
export const documentOf = (performance: Performance): object => ({
  ...performance,
  dueAt: dueAt(performance),
  plannedAt: plannedAt(performance),
  expiresAt: performance.endedAt === null ? null : performance.endedAt + keptMs,
});

export const performances = defineCollection({
  name: 'performances',
  parse: (data): Performance => PerformanceDocument.parse(data),
  indexes: [['dueAt'], ['userId', 'plannedAt'], ['userId', 'receivedAt'], ['userId', 'requestId', 'receivedAt']],
  expiresAtField: 'expiresAt',
});
