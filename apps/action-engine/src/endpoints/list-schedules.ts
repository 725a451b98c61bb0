import { UserId } from '@intexuraos/contracts';
import { z } from 'zod';
import type { Performance, Wished } from '../domain/performance.ts';
import type { Schedule } from '../domain/schedule.ts';
import { onBehalfOf } from '../use-cases/on-behalf-of.ts';
import { endpoint } from './endpoint.ts';

const Planned = z.object({
  id: z.string(),
  platform: z.string(),
  action_type: z.string(),
  connection: z.string().nullable(),
  simulate: z.boolean(),
  cron: z.string().nullable(),
  time_zone: z.string().nullable(),
  next_run_at: z.iso.datetime(),
  request_id: z.string().nullable(),
});

const wishView = ({ platform, operation, connectionId, simulate }: Wished) => ({
  platform,
  action_type: operation,
  connection: connectionId,
  simulate,
});

const repeated = ({ id, wished, cron, timeZone, nextAt }: Schedule) => ({
  ...wishView(wished),
  id,
  cron,
  time_zone: timeZone,
  next_run_at: new Date(nextAt).toISOString(),
  request_id: null,
});

const once = ({ id, wished, runAt, requestId }: Performance) => ({
  ...wishView(wished),
  id,
  cron: null,
  time_zone: null,
  next_run_at: new Date(runAt ?? 0).toISOString(),
  request_id: requestId,
});

export const listSchedules = endpoint({
  method: 'GET',
  path: '/schedules',
  auth: 'caller',
  summary: 'What run_at and cron have planned, the next first',
  input: z.object({ user_id: UserId.optional() }),
  output: z.object({ schedules: z.array(Planned) }),
  handle: async ({ user_id }, { app, caller }) => {
    const userId = onBehalfOf(caller, user_id);
    const [schedules, planned] = await Promise.all([app.schedules.list(userId), app.performances.planned(userId)]);
    const all = [...schedules.map(repeated), ...planned.map(({ performance }) => once(performance))];
    return { schedules: all.toSorted((a, b) => a.next_run_at.localeCompare(b.next_run_at)) };
  },
});
