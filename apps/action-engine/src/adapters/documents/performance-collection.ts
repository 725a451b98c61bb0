import { defineCollection } from '@intexuraos/storage';
import { z } from 'zod';
import { type Performance, performanceStatuses } from '../../domain/performance.ts';

const JsonObject = z.record(z.string(), z.json());

const Wished = z.object({
  platform: z.string(),
  operation: z.string(),
  payload: JsonObject,
  connectionId: z.string().nullable(),
  simulate: z.boolean(),
});

const PerformanceDocument = z.object({
  id: z.string(),
  userId: z.string(),
  caller: z.string(),
  key: z.string(),
  wished: Wished,
  status: z.enum(performanceStatuses),
  attempts: z.number(),
  result: JsonObject.nullable(),
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
  actionId: z.string().nullable().default(null),
  callbackUrl: z.string().nullable().default(null),
  receivedAt: z.number(),
  runAt: z.number().nullable().default(null),
  endedAt: z.number().nullable(),
  leaseUntil: z.number().nullable(),
});

/** For so long a key is remembered, and a request can be looked up. */
const keptMs = 30 * 24 * 3_600_000;

const dueAtOf = ({ status, runAt, leaseUntil }: Performance) => {
  if (status === 'running') return leaseUntil;
  return status === 'accepted' ? runAt : null;
};

/** The stored form. */
export const documentOf = (performance: Performance): object => ({
  ...performance,
  dueAt: dueAtOf(performance),
  expiresAt: performance.endedAt === null ? null : performance.endedAt + keptMs,
});

export const performances = defineCollection({
  name: 'performances',
  parse: (data): Performance => PerformanceDocument.parse(data),
  indexes: [['dueAt']],
  expiresAtField: 'expiresAt',
});
