import { AppError, silentLogger } from '@intexuraos/kernel';
import type { Delivery, Verdict } from '@intexuraos/messaging';
import type { SubscriptionRoute, SubscriptionSpec, Surroundings } from '../define.ts';
import { undeliverable } from './undeliverable.ts';

const silence: Surroundings = { log: silentLogger, onUndeliverable: () => undefined };

/** The consumer of one topic. Both ways in, pushed and called, run the same `receive`. */
export function subscriptionRoute<App, E extends object>(
  spec: SubscriptionSpec<App, E>,
): (app: App) => SubscriptionRoute {
  return (app) => {
    let surroundings = silence;
    const receive = async ({ data, messageId }: Delivery): Promise<void> => {
      const event = spec.topic.schema.safeParse(data);
      if (event.success) return spec.handle(event.data, { app, messageId, log: surroundings.log });
      const reason = `not a ${spec.topic.event}: ${event.error.issues.map(({ path }) => path.join('.')).join(', ')}`;
      const body = Buffer.from(JSON.stringify(data) ?? '');
      await surroundings.onUndeliverable(undeliverable(spec.name, messageId, reason, body));
    };
    const deliver = async (delivery: Delivery): Promise<Verdict> => {
      try {
        await receive(delivery);
        return 'ack';
      } catch (err) {
        const level = err instanceof AppError ? 'warn' : 'error';
        surroundings.log[level]({ subscription: spec.name, messageId: delivery.messageId, err }, 'delivery failed');
        return 'retry';
      }
    };
    return {
      kind: 'subscription',
      spec,
      consumer: { name: spec.name, topic: spec.topic, deliver },
      receive,
      surround: (given) => {
        surroundings = given;
      },
    };
  };
}
