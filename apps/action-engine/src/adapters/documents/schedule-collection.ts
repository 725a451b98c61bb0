import { defineCollection } from '@intexuraos/storage';
import { z } from 'zod';
import type { Schedule } from '../../domain/schedule.ts';
import { WishedDocument } from './wished-document.ts';

const ScheduleDocument = z.object({
  id: z.string(),
  userId: z.string(),
  caller: z.string(),
  wished: WishedDocument,
  callbackUrl: z.string().nullable(),
  cron: z.string(),
  timeZone: z.string(),
  createdAt: z.number(),
  nextAt: z.number(),
});

export const schedules = defineCollection({
  name: 'operation_schedules',
  parse: (data): Schedule => ScheduleDocument.parse(data),
  indexes: [['nextAt'], ['userId', 'nextAt']],
});
