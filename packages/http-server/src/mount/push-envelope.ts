import type { Delivery } from '@intexuraos/messaging';
import { z } from 'zod';
import { parseJson } from '../request/parse-json.ts';

/** https://cloud.google.com/pubsub/docs/push#receive_push: the fields that we read; Google may add others. */
const Envelope = z.object({
  subscription: z.string(),
  message: z.object({ data: z.base64(), messageId: z.string().max(256) }),
  deliveryAttempt: z.int().optional(),
});

/** For what is wrong with an envelope, as much of it as can be read. */
const Remains = z
  .object({
    subscription: z.string().optional().catch(undefined),
    message: z.object({ messageId: z.string().max(256).catch('unknown') }).catch({ messageId: 'unknown' }),
  })
  .catch({ subscription: undefined, message: { messageId: 'unknown' } });

export type Push = { readonly subscription: string | undefined } & (
  | { readonly delivery: Delivery }
  | { readonly messageId: string; readonly reason: string }
);

/** A push request's body, unwrapped; when that cannot be done, why. Never throws: a retry would not make it readable. */
export function openPush(body: Buffer): Push {
  const envelope = json(body);
  const parsed = Envelope.safeParse(envelope);
  if (!parsed.success) return { ...remains(envelope), reason: 'not a push envelope' };
  const { subscription, message, deliveryAttempt } = parsed.data;
  const data = json(Buffer.from(message.data, 'base64'));
  if (data === undefined) return { subscription, messageId: message.messageId, reason: 'data is not JSON' };
  const attempt = deliveryAttempt === undefined ? {} : { attempt: deliveryAttempt };
  return { subscription, delivery: { data, messageId: message.messageId, ...attempt } };
}

function remains(envelope: unknown) {
  const { subscription, message } = Remains.parse(envelope);
  return { subscription, messageId: message.messageId };
}

/** undefined when it is not JSON; JSON itself has no undefined. */
function json(bytes: Buffer): unknown {
  try {
    return parseJson(bytes);
  } catch {
    return undefined;
  }
}
