import { CommandId, Origin, text, UserId } from '@intexuraos/contracts';
import { answer } from '@intexuraos/http-server';
import { AppError } from '@intexuraos/kernel';
import { z } from 'zod';
import { ActionView, etagOf, Payload, viewOf } from './action-view.ts';
import { endpoint } from './endpoint.ts';

const idempotencyKeyCharsMax = 255;

/** Throws INVALID_REQUEST for a key that is too long to keep. */
function keyOf(header: string | undefined): string | undefined {
  if (header !== undefined && (header === '' || header.length > idempotencyKeyCharsMax)) {
    throw new AppError('INVALID_REQUEST', `Idempotency-Key: expected 1 to ${idempotencyKeyCharsMax} characters.`);
  }
  return header;
}

export const createAction = endpoint({
  method: 'POST',
  path: '/internal/actions',
  auth: 'service',
  summary: 'Creates an action from a classified command; the same key again answers 200 with the first one.',
  bodyLimit: 256 * 1024,
  input: z.strictObject({
    userId: UserId,
    commandId: CommandId,
    type: z.string().regex(/^[a-z][a-z_-]{0,63}$/),
    title: text(1_000).pipe(z.string().min(1)),
    confidence: z.number().min(0).max(1),
    payload: Payload.default({}),
    ordinal: z.int().min(0).max(1_000).default(0),
    origin: Origin.optional(),
  }),
  output: ActionView,
  statuses: [201],
  handle: async (input, { app, request }) => {
    const idempotencyKey = keyOf(request.headers['idempotency-key']);
    const { created, loaded } = await app.create({ ...input, origin: input.origin, idempotencyKey });
    const headers = { ...etagOf(loaded), ...(!created && { 'idempotent-replayed': 'true' }) };
    return answer(created ? 201 : 200, viewOf(loaded, app.canOf(loaded)), headers);
  },
});
