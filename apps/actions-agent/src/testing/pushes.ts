import { randomUUID } from 'node:crypto';
import type { Service } from '@intexuraos/http-server';
import type { ManualClock } from '@intexuraos/testing';
import { z } from 'zod';
import type { Call, Reply } from './http-call.ts';
import { audiences, bearer, emails, issuers, subscriptionPrefix } from './issuers.ts';
import type { RecordedBus } from './recorded-bus.ts';

/** Google's ways in. */
export interface PushPort {
  /** One push of an event as Pub/Sub makes it, to the path of the subscription unless another is given. */
  push(subscription: SubscriptionName, event: object, attempt?: number, path?: string): Promise<Reply>;
  /** Any body as if it came from Pub/Sub. */
  pushRaw(subscription: SubscriptionName, body: unknown): Promise<Reply>;
  /** A call of Cloud Scheduler. */
  schedule(path: string): Promise<Reply>;
}

const paths = {
  'actions-queue': '/internal/actions/process',
  'approval-replies': '/internal/actions/approval-reply',
  'whatsapp-status-actions': '/internal/actions/message-status',
  'whatsapp-window-actions': '/internal/actions/window-opened',
  'action-changed-stream': '/internal/actions/changed',
} as const;
export type SubscriptionName = keyof typeof paths;

const isSubscription = (name: string): name is SubscriptionName => name in paths;

/** The body of a push: https://cloud.google.com/pubsub/docs/push#receive_push */
function envelope(subscription: string, data: string, attempt?: number) {
  const [messageId, publishTime] = [randomUUID(), '2026-12-01T09:00:00.000Z'];
  const message = { data, messageId, message_id: messageId, publishTime, publish_time: publishTime };
  return {
    message,
    subscription: `${subscriptionPrefix}${subscription}`,
    ...(attempt !== undefined && { deliveryAttempt: attempt }),
  };
}

const encoded = (event: unknown) => Buffer.from(JSON.stringify(event)).toString('base64');

export function pushPort(call: (request: Call) => Promise<Reply>, clock: ManualClock): PushPort {
  async function asAccount(group: 'push' | 'scheduler', path: string, body: unknown): Promise<Reply> {
    const { google } = await issuers();
    const authorization = await bearer(google, clock, { aud: audiences[group], email: emails[group] });
    return call({ method: 'POST', path, headers: { authorization }, body });
  }
  return {
    push: (subscription, event, attempt, path = paths[subscription]) =>
      asAccount('push', path, envelope(subscription, encoded(event), attempt)),
    pushRaw: (subscription, body) => asAccount('push', paths[subscription], body),
    schedule: (path) => asAccount('scheduler', path, {}),
  };
}

/** Pub/Sub for what is published: each subscription of the service gets its events as pushes over HTTP. */
export function attachPushes({ carrier }: RecordedBus, { routes }: Service, { push }: PushPort): void {
  for (const route of routes) {
    if (route.kind !== 'subscription') continue;
    const { name, topic } = route.spec;
    if (!isSubscription(name) || paths[name] !== route.spec.path) throw new Error(`unexpected subscription ${name}`);
    carrier.attach({
      name,
      topic,
      deliver: async ({ data, attempt }) => {
        const { status } = await push(name, z.looseObject({}).parse(data), attempt);
        return status === 204 ? 'ack' : 'retry';
      },
    });
  }
}
