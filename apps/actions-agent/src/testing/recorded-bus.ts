import {
  actionApprovalReply,
  actionChanged,
  actionCreated,
  commandIngest,
  type Topic,
  whatsappMessageSend,
  whatsappMessageStatus,
} from '@intexuraos/contracts';
import { AppError, type Clock } from '@intexuraos/kernel';
import type { Publisher } from '@intexuraos/messaging';
import { createMemoryCarrier, type MemoryCarrier } from '@intexuraos/messaging/memory';
import { createSeededRandom } from '@intexuraos/testing';

const topics = [
  actionApprovalReply,
  actionChanged,
  actionCreated,
  commandIngest,
  whatsappMessageSend,
  whatsappMessageStatus,
];

/** The messages of the system: what actions-agent publishes is checked, counted and kept until a test delivers it. */
export interface RecordedBus {
  readonly carrier: MemoryCarrier;
  /** What actions-agent publishes through. */
  readonly publisher: Publisher;
  /** All that actions-agent has published, oldest first. */
  readonly published: readonly { readonly topic: string; readonly event: object }[];
  /** Of one topic. */
  of<E extends object>(topic: Topic<E>): readonly E[];
  /** Whether publishing fails from now on. */
  isDown: boolean;
  /** Publishing waits for this. */
  gate: Promise<void>;
}

export function createRecordedBus(clock: Clock): RecordedBus {
  const carrier = createMemoryCarrier({ clock, random: createSeededRandom(1), maxAttempts: 1_000 });
  const published: { readonly topic: string; readonly event: object }[] = [];
  const bus: RecordedBus = {
    carrier,
    published,
    isDown: false,
    gate: Promise.resolve(),
    of: (topic) =>
      published.flatMap(({ topic: name, event }) => (name === topic.event ? [topic.schema.parse(event)] : [])),
    publisher: {
      async publish(topic, event) {
        await bus.gate;
        if (bus.isDown) throw new AppError('UNAVAILABLE', 'the bus is down');
        if (!topics.some((known) => known.event === topic.event)) throw new Error(`unknown topic ${topic.event}`);
        published.push({ topic: topic.event, event: topic.schema.parse(event) });
        await carrier.publish(topic, event);
      },
    },
  };
  return bus;
}
