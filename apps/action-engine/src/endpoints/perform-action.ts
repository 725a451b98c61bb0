import { UserId } from '@intexuraos/contracts';
import { Answer } from '@intexuraos/http-server';
import { z } from 'zod';
import { idempotencyKey } from '../use-cases/idempotency-key.ts';
import { requestPerformance } from '../use-cases/request-performance.ts';
import { endpoint } from './endpoint.ts';
import { answerOf, PerformanceAnswer, Refused } from './performance-view.ts';

const Name = z.string().min(1).max(64);

const Input = z
  .strictObject({
    user_id: UserId.optional().describe('for whom; a person may only name themselves'),
    platform: Name,
    action_type: Name,
    payload: z.record(z.string(), z.json()).default({}),
    connection: z.string().max(128).optional().describe('which account, where there are several'),
    simulate: z.boolean().default(false),
    require_approval: z.boolean().default(false).describe('a person is asked first, with exactly what would be sent'),
    run_at: z.iso.datetime({ offset: true }).optional(),
    cron: z.string().max(100).optional().describe('five fields: minute, hour, day, month, day of the week'),
    time_zone: z.string().min(1).max(64).default('UTC').describe('in which the cron expression is read'),
    callback_url: z.string().max(2_000).optional().describe('is told how it ended, signed as Standard Webhooks'),
  })
  .refine(({ run_at, cron }) => run_at === undefined || cron === undefined, {
    path: ['cron'],
    message: 'expected either a moment (run_at) or an expression (cron)',
  });

export const performAction = endpoint({
  method: 'POST',
  path: '/perform_action',
  auth: 'caller',
  summary: 'Performs one operation of an outside platform, once for each Idempotency-Key, and says how it ended',
  wire: 'raw',
  refusal: { schema: Refused, of: ({ requestId, ...error }) => ({ status: 'error', error, request_id: requestId }) },
  quota: 'execute',
  bodyLimit: 1_000_000,
  input: Input,
  output: PerformanceAnswer,
  statuses: [202, 502],
  handle: async (body, { app, caller, request }) => {
    const asked = await requestPerformance(app, {
      requestId: request.id,
      idempotencyKey: idempotencyKey(request.headers['idempotency-key']),
      caller,
      userId: body.user_id,
      platform: body.platform,
      operation: body.action_type,
      payload: body.payload,
      connectionId: body.connection,
      simulate: body.simulate,
      requireApproval: body.require_approval,
      callbackUrl: body.callback_url,
      runAt: body.run_at === undefined ? undefined : Date.parse(body.run_at),
      repeat: body.cron === undefined ? undefined : { cron: body.cron, timeZone: body.time_zone },
    });
    if ('performance' in asked) return answerOf(asked.performance);
    const { id, nextAt } = asked.schedule;
    return new Answer(202, {
      status: 'accepted' as const,
      request_id: request.id,
      schedule_id: id,
      run_at: new Date(nextAt).toISOString(),
    });
  },
});
