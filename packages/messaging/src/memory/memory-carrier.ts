import { type Clock, type Random, systemRandom } from '@intexuraos/kernel';
import { deliverOnce } from '../deliver-once.ts';
import { type Carrier, type Consumer, type DeadLetter, deliveriesMax, type Verdict } from '../messaging.ts';

export interface MemoryCarrierOptions {
  readonly clock: Clock;
  readonly random?: Random;
  /** A message that failed so often becomes a dead letter; 10 unless said. */
  readonly maxAttempts?: number;
  /** Messages published before these attach wait for them; any other message without a consumer is dropped. */
  readonly consumers?: readonly Pick<Consumer, 'name' | 'topic'>[];
}

/** One message on its way to one consumer. */
export interface PendingDelivery {
  readonly messageId: string;
  readonly consumer: string;
  readonly topic: string;
  readonly data: unknown;
  /** The number of the delivery that comes next, from 1. */
  readonly attempt: number;
}

/** The index of one of the deliveries that wait. */
export type Choice = (pending: readonly PendingDelivery[]) => number;

/**
 * A carrier in which nothing happens by itself: the test or the simulation decides what is delivered when, twice or
 * later. A message under way is not pending; when its delivery fails it is pending again, without any pause.
 */
export interface MemoryCarrier extends Carrier {
  /** The oldest first. */
  pending(): readonly PendingDelivery[];
  /** Delivers one message, the oldest unless `choose` says otherwise; resolves to null when none can be delivered. */
  deliverNext(choose?: Choice): Promise<Verdict | null>;
  /** Delivers in order, also what is published or fails meanwhile, until nothing can be delivered. Resolves to the number of deliveries. */
  deliverAll(): Promise<number>;
  /** Makes a message that is pending come twice. */
  duplicate(choose?: Choice): void;
  /** Gives a dead letter a new life with fresh attempts; false when there is none of that id. */
  redrive(deadLetterId: string): Promise<boolean>;
}

const oldest: Choice = () => 0;

export function createMemoryCarrier(options: MemoryCarrierOptions): MemoryCarrier {
  const { clock, random = systemRandom, maxAttempts = deliveriesMax } = options;
  const expected = new Map((options.consumers ?? []).map(({ name, topic }) => [name, topic.event]));
  const attached = new Map<string, Consumer>();
  const underWay = new Set<Promise<Verdict>>();
  const deadLetters: DeadLetter[] = [];
  const waiting: PendingDelivery[] = [];
  let drained = false;

  const deliverable = () => (drained ? [] : waiting.filter(({ consumer }) => attached.has(consumer)));

  async function deliver(consumer: Consumer, message: PendingDelivery): Promise<Verdict> {
    const { messageId, attempt } = message;
    const verdict = await deliverOnce(consumer, { data: structuredClone(message.data), messageId, attempt });
    if (verdict === 'ack') return verdict;
    if (attempt < maxAttempts) waiting.push({ ...message, attempt: attempt + 1 });
    else bury(message);
    return verdict;
  }

  function bury({ consumer, topic, data, attempt }: PendingDelivery): void {
    deadLetters.unshift({ id: random.uuid(), consumer, topic, data, attempts: attempt, failedAt: clock.now() });
  }

  async function deliverNext(choose: Choice = oldest): Promise<Verdict | null> {
    const candidates = deliverable();
    const message = candidates[choose(candidates)];
    const consumer = message && attached.get(message.consumer);
    if (message === undefined || consumer === undefined) return null;
    waiting.splice(waiting.indexOf(message), 1);
    const delivery = deliver(consumer, message);
    underWay.add(delivery);
    return delivery.finally(() => underWay.delete(delivery));
  }

  return {
    async publish(topic, event) {
      const data: unknown = JSON.parse(JSON.stringify(event));
      const messageId = random.uuid();
      const consumers = [...expected].filter(([, wanted]) => wanted === topic.event);
      const deliveries = consumers.map(([consumer]) => ({ messageId, consumer, topic: topic.event, data, attempt: 1 }));
      waiting.push(...deliveries);
    },
    attach(consumer) {
      expected.set(consumer.name, consumer.topic.event);
      attached.set(consumer.name, consumer);
    },
    pending: () => [...waiting],
    deliverNext,
    async deliverAll() {
      let count = 0;
      while ((await deliverNext()) !== null) count += 1;
      return count;
    },
    duplicate(choose = oldest) {
      const message = waiting[choose(waiting)];
      if (message !== undefined) waiting.push({ ...message });
    },
    deadLetters: async (limit) => deadLetters.slice(0, limit),
    async redrive(deadLetterId) {
      const index = deadLetters.findIndex(({ id }) => id === deadLetterId);
      const [letter] = index < 0 ? [] : deadLetters.splice(index, 1);
      if (letter === undefined) return false;
      const { consumer, topic, data } = letter;
      waiting.push({ messageId: random.uuid(), consumer, topic, data, attempt: 1 });
      return true;
    },
    async drain() {
      drained = true;
      await Promise.all(underWay);
    },
  };
}
