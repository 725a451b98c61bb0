import { type Dispatcher, request } from 'undici';
import type { PulledMessage } from './pubsub-rest.ts';
import type { TokenIssuer } from './token-issuer.ts';

/** One push subscription: which topic's messages go where. */
export interface PushTarget {
  /** The subscription's id. */
  readonly name: string;
  /** The topic's id. */
  readonly topic: string;
  readonly pushEndpoint: string;
}

/** Who Pub/Sub says it is when it pushes. */
export interface PushOidc {
  readonly issuer: TokenIssuer;
  readonly email: string;
  readonly audience: string;
}

export interface PushSenderOptions {
  readonly projectId: string;
  readonly ackDeadlineMs: number;
  readonly dispatcher: Dispatcher;
  readonly oidc?: PushOidc;
}

/** Resolves to the HTTP status, or to 0 when no answer came in time. */
export type PushSender = (target: PushTarget, pulled: PulledMessage, attempt: number) => Promise<number>;

/** Any other status is a nack (https://docs.cloud.google.com/pubsub/docs/push#receive_push). */
export const acknowledging: ReadonlySet<number> = new Set([102, 200, 201, 202, 204]);

/** One push as Pub/Sub makes it: the envelope, and a token signed for this push alone. */
export function createPushSender({ projectId, ackDeadlineMs, dispatcher, oidc }: PushSenderOptions): PushSender {
  async function authorization(): Promise<{ readonly authorization?: string }> {
    if (oidc === undefined) return {};
    const { issuer, email, audience } = oidc;
    return { authorization: `Bearer ${await issuer.mint({ aud: audience, email })}` };
  }

  return async (target, pulled, attempt) => {
    const body = JSON.stringify(envelope(`projects/${projectId}/subscriptions/${target.name}`, pulled, attempt));
    const headers = { 'content-type': 'application/json', ...(await authorization()) };
    const signal = AbortSignal.timeout(ackDeadlineMs);
    try {
      const answer = await request(target.pushEndpoint, { method: 'POST', headers, body, dispatcher, signal });
      await answer.body.dump();
      return answer.statusCode;
    } catch {
      return 0;
    }
  };
}

/** The body of a push, with both spellings of the fields as Pub/Sub sends them. */
function envelope(subscription: string, { message }: PulledMessage, deliveryAttempt: number): object {
  const { messageId, publishTime } = message;
  return { message: { ...message, message_id: messageId, publish_time: publishTime }, subscription, deliveryAttempt };
}
