import { Timestamp } from '@intexuraos/contracts';
import { z } from 'zod';
import { latencyOf, type Tally } from '../domain/figures.ts';
import { iso } from './action-view.ts';
import { endpoint } from './endpoint.ts';

const Latency = z.object({ count: z.int(), p50Ms: z.int().nullable(), p95Ms: z.int().nullable() });

const FiguresView = z.object({
  created: z.int(),
  approved: z.int(),
  rejected: z.int(),
  completed: z.int(),
  failed: z.int(),
  timeToApprove: Latency,
  timeToRun: Latency,
});

const viewOf = ({ toApprove, toRun, ...counts }: Tally): z.input<typeof FiguresView> => ({
  ...counts,
  timeToApprove: latencyOf(toApprove),
  timeToRun: latencyOf(toRun),
});

export const getFigures = endpoint({
  method: 'GET',
  path: '/operations/figures',
  auth: 'operator',
  summary: 'What happened to everybody’s actions, hour by hour, and how long it took.',
  input: z.strictObject({ hours: z.coerce.number().int().min(1).max(168).default(24) }),
  output: z.object({
    hours: z.array(FiguresView.extend({ hour: Timestamp })),
    total: FiguresView,
    isWhole: z.boolean(),
  }),
  handle: async ({ hours }, { app }) => {
    const figures = await app.figures(hours);
    return {
      ...figures,
      hours: figures.hours.map(({ hour, tally }) => ({ hour: iso(hour), ...viewOf(tally) })),
      total: viewOf(figures.total),
    };
  },
});
