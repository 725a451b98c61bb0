import { Id, Timestamp } from '@intexuraos/contracts';
import { endpointsOf } from '@intexuraos/http-server';
import type { Stored } from '@intexuraos/storage';
import { z } from 'zod';
import type { DeadLetter } from './collection.ts';
import type { DeadLetterDesk } from './desk.ts';

const { endpoint } = endpointsOf<DeadLetterDesk>();

/** What an operator sees: never the whole message, which may hold what somebody wrote. */
const DeadLetterView = z.object({
  id: Id,
  subscription: z.string(),
  event: z.string(),
  messageId: z.string(),
  reason: z.string(),
  sample: z.string(),
  at: Timestamp,
  canRedrive: z.boolean(),
  redrive: z.object({ by: z.string(), startedAt: Timestamp, doneAt: Timestamp.nullable() }).nullable(),
});

const iso = (ms: number) => new Date(ms).toISOString();

function viewOf({ id, data }: Stored<DeadLetter>): z.input<typeof DeadLetterView> {
  const { subscription, event, messageId, reason, sample, at, redrive, body } = data;
  return {
    id,
    subscription,
    event,
    messageId,
    reason,
    sample,
    at: iso(at),
    canRedrive: body !== null && redrive === null,
    redrive: redrive && {
      by: redrive.by,
      startedAt: iso(redrive.startedAt),
      doneAt: redrive.doneAt === null ? null : iso(redrive.doneAt),
    },
  };
}

const listDeadLetters = endpoint({
  method: 'GET',
  path: '/operations/dead-letters',
  auth: 'operator',
  summary: 'Messages that nobody could work on, newest first.',
  input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(50), cursor: z.string().optional() }),
  output: z.object({ deadLetters: z.array(DeadLetterView), nextCursor: z.string().nullable() }),
  handle: async (page, { app }) => {
    const { docs, nextCursor } = await app.list(page);
    return { deadLetters: docs.map(viewOf), nextCursor };
  },
});

const redriveDeadLetter = endpoint({
  method: 'POST',
  path: '/operations/dead-letters/:id/redrive',
  auth: 'operator',
  summary: 'Sends the message again, once, however often this is called.',
  quota: 'mutation',
  input: z.object({ id: Id }),
  output: z.object({ deadLetter: DeadLetterView }),
  handle: async ({ id }, { app, caller }) => ({ deadLetter: viewOf(await app.redrive(id, caller.userId)) }),
});

const dismissDeadLetter = endpoint({
  method: 'DELETE',
  path: '/operations/dead-letters/:id',
  auth: 'operator',
  summary: 'Forgets a message that needs nothing more.',
  quota: 'mutation',
  input: z.object({ id: Id }),
  output: z.object({}),
  handle: async ({ id }, { app, caller }) => {
    await app.dismiss(id, caller.userId);
    return {};
  },
});

export const deadLetterEndpoints = [listDeadLetters, redriveDeadLetter, dismissDeadLetter] as const;
