import { UserId } from '@intexuraos/contracts';
import { z } from 'zod';
import { cancelSchedule as cancel } from '../use-cases/cancel-schedule.ts';
import { onBehalfOf } from '../use-cases/on-behalf-of.ts';
import { endpoint } from './endpoint.ts';

export const cancelSchedule = endpoint({
  method: 'DELETE',
  path: '/schedules/:scheduleId',
  auth: 'caller',
  summary: 'Takes back what was planned; what has begun is 409',
  quota: 'mutation',
  input: z.object({ scheduleId: z.string().max(128), user_id: UserId.optional() }),
  output: z.object({}),
  handle: async ({ scheduleId, user_id }, { app, caller }) => {
    await cancel(app, onBehalfOf(caller, user_id), scheduleId);
    return {};
  },
});
