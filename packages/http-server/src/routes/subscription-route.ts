import type { Topic } from '@intexuraos/contracts';
import { AppError, silentLogger } from '@intexuraos/kernel';
import { type Delivery, deliveriesMax, type Verdict } from '@intexuraos/messaging';
import type { z } from 'zod';
import type { SubscriptionRoute, SubscriptionSpec, Surroundings } from '../define.ts';
import { undeliverable } from './undeliverable.ts';

const placesOf = ({ issues }: z.ZodError) => issues.map(({ path }) => path.join('.')).join(', ');
const codeOf = (error: unknown) => (error instanceof AppError ? error.code : 'INTERNAL_ERROR');

const silence: Surroundings = { log: silentLogger, onUndeliverable: () => undefined };

/** What comes from outside is checked; an event of this process has the type of the topic that it was published to. */
function eventOf<E extends object>(topic: Topic<E>, { data, typedBy }: Delivery): z.ZodSafeParseResult<E> {
  return typedBy === topic ? { success: true, data: data as E } : topic.schema.safeParse(data);
}

/** The consumer of one topic. Both ways in, pushed and called, run the same `receive`. */
export function subscriptionRoute<App, E extends object>(
  spec: SubscriptionSpec<App, E>,
): (app: App) => SubscriptionRoute {
  return (app) => {
    let surroundings = silence;
    const wants = (event: E) => spec.wants?.(event, app) ?? true;
    const giveUp = async ({ data, messageId }: Delivery, reason: string): Promise<void> => {
      const body = JSON.stringify(data) ?? null;
      const lost = { messageId, reason, bytes: Buffer.from(body ?? ''), body };
      await surroundings.onUndeliverable(undeliverable(spec, lost));
    };
    const receive = async (delivery: Delivery): Promise<void> => {
      const { messageId, attempt = 1 } = delivery;
      const event = eventOf(spec.topic, delivery);
      if (!event.success) return giveUp(delivery, `not a ${spec.topic.event}: ${placesOf(event.error)}`);
      if (!wants(event.data)) return;
      try {
        await spec.handle(event.data, { app, messageId, log: surroundings.log });
      } catch (error) {
        if (attempt < deliveriesMax) throw error;
        surroundings.log.error({ subscription: spec.name, messageId, err: error }, 'the last delivery failed');
        await giveUp(delivery, `failed ${attempt} times: ${codeOf(error)}`);
      }
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
      consumer: { name: spec.name, topic: spec.topic, wants: (event) => wants(event as E), deliver },
      receive,
      surround: (given) => {
        surroundings = given;
      },
    };
  };
}
