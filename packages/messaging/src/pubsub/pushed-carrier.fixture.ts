import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import {
  closed,
  createPushForwarder,
  type ForwardedDeadLetter,
  listening,
  type PushForwarder,
  type PushTarget,
} from '@intexuraos/testing';
import { z } from 'zod';
import { type CarrierUnderTest, contractSettings } from '../messaging.contract.ts';
import type { Carrier, Consumer } from '../messaging.ts';
import { createPubSubPublisher } from './pubsub-publisher.ts';

const Push = z.object({
  message: z.object({ data: z.base64(), messageId: z.string() }),
  deliveryAttempt: z.int(),
});

/** Publisher, emulator, forwarder and an HTTP server, put together to what the contract calls a carrier. */
export async function openPushedCarrier(
  emulatorHost: string,
  projectId: string,
  deadLetters: ForwardedDeadLetter[] = [],
): Promise<CarrierUnderTest> {
  const consumers = new Map<string, Consumer>();
  const publisher = createPubSubPublisher({ projectId, deadlineMs: 10_000 });
  const forwarders: Promise<PushForwarder>[] = [];
  const underWay = new Set<Promise<unknown>>();

  const server = createServer((request, response) => {
    const served = serve(consumers.get(request.url?.slice(1) ?? ''), request).then((status) => {
      response.statusCode = status;
      response.end();
    });
    underWay.add(served.finally(() => underWay.delete(served)));
  });
  const url = await listening(server);

  function forward({ name, topic }: Consumer): Promise<PushForwarder> {
    const targets: PushTarget[] = [{ name, topic: topic.name, pushEndpoint: `${url}/${name}` }];
    return createPushForwarder({ emulatorHost, projectId, targets, ...contractSettings });
  }

  async function letters(): Promise<readonly ForwardedDeadLetter[]> {
    const all = await Promise.all(forwarders);
    return all.flatMap((forwarder) => forwarder.deadLetters);
  }

  const carrier: Carrier = {
    async publish(topic, event) {
      await Promise.all(forwarders);
      await publisher.publish(topic, event);
    },
    attach(consumer) {
      consumers.set(consumer.name, consumer);
      forwarders.push(forward(consumer));
    },
    async deadLetters(limit) {
      const newestFirst = [...deadLetters, ...(await letters())].toSorted(
        (one, other) => other.failedAt - one.failedAt,
      );
      return newestFirst.slice(0, limit).map(({ subscription, messageId, ...letter }) => ({
        ...letter,
        id: messageId,
        consumer: subscription,
        topic: consumers.get(subscription)?.topic.event ?? '',
      }));
    },
    async drain() {
      for (const forwarder of await Promise.all(forwarders)) await forwarder.close();
      await Promise.all(underWay);
    },
  };

  async function close(): Promise<void> {
    await carrier.drain();
    await publisher.close();
    await closed(server);
  }

  return {
    carrier,
    close,
    async restart() {
      const known = [...deadLetters, ...(await letters())];
      await close();
      return openPushedCarrier(emulatorHost, projectId, known);
    },
  };
}

/** The answer of a service to a push. */
async function serve(consumer: Consumer | undefined, request: Parameters<typeof json>[0]): Promise<number> {
  const { message, deliveryAttempt } = Push.parse(await json(request));
  const data: unknown = JSON.parse(Buffer.from(message.data, 'base64').toString());
  try {
    const verdict = await consumer?.deliver({ data, messageId: message.messageId, attempt: deliveryAttempt });
    return verdict === 'ack' ? 204 : 500;
  } catch {
    return 500;
  }
}
