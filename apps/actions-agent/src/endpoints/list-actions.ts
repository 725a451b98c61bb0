import { ActionStatus } from '@intexuraos/contracts';
import { z } from 'zod';
import { actionTypeNames } from '../action-types/index.ts';
import { ActionView, viewOf } from './action-view.ts';
import { endpoint } from './endpoint.ts';

/** `a,b`: any of these values. */
const anyOf = <T extends z.ZodType<string, string>>(value: T) =>
  z
    .string()
    .transform((list) => list.split(',').map((item) => item.trim()))
    .pipe(z.array(value).min(1).max(10))
    .optional();

export const listActions = endpoint({
  method: 'GET',
  path: '/actions',
  auth: 'user',
  summary: 'The person’s actions, newest first.',
  input: z.strictObject({
    status: anyOf(ActionStatus),
    type: anyOf(z.enum(actionTypeNames)),
    origin: z
      .string()
      .regex(/^(command|session|operation|workflow):.{1,512}$/)
      .optional(),
    since: z.iso.datetime({ offset: true }).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    cursor: z.string().min(1).max(4_096).optional(),
  }),
  output: z.object({ actions: z.array(ActionView), nextCursor: z.string().nullable() }),
  handle: async ({ status, type, origin, since, limit, cursor }, { app, caller }) => {
    const page = await app.list({
      userId: caller.userId,
      limit,
      ...(status && { statuses: status }),
      ...(type && { types: type }),
      ...(origin && { origin }),
      ...(since && { since: Date.parse(since) }),
      ...(cursor && { cursor }),
    });
    return { actions: page.actions.map((loaded) => viewOf(loaded, app.canOf(loaded))), nextCursor: page.nextCursor };
  },
});
