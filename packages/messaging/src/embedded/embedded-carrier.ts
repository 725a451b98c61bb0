import { type Clock, type Logger, type Random, systemRandom } from '@intexuraos/kernel';
import type { Durability } from '@intexuraos/storage';
import type { SqliteDatabase } from '@intexuraos/storage/sqlite';
import { type Carrier, type Consumer, deliveriesMax, type Message } from '../messaging.ts';
import { createAlarm } from './alarm.ts';
import type { Backoff } from './backoff.ts';
import { type ConsumerQueue, createConsumerQueue } from './consumer-queue.ts';
import { PublishedContent } from './content.ts';
import { createLedger } from './ledger.ts';
import { createPump } from './pump.ts';
import { createQueueTable, type Job } from './queue-table.ts';

export interface EmbeddedCarrierOptions {
  readonly clock: Clock;
  readonly log: Logger;
  readonly random?: Random;
  /** 1 s to 10 min unless said. */
  readonly backoff?: Backoff;
  /** A message that failed so often becomes a dead letter; 10 unless said. */
  readonly maxAttempts?: number;
  /** Deliveries under way per consumer; 64 unless said. */
  readonly concurrency?: number;
  /** Messages per consumer that are kept in memory besides their rows; 1,000 unless said. */
  readonly held?: number;
  /**
   * `flushed`: `publish` resolves when the message survives a power cut. `soon`: when whatever is committed afterwards on
   * this database cannot survive without it, or when it was delivered; for senders that keep an outbox in the same file.
   */
  readonly publishDurability?: Durability;
  /** Messages published before these attach wait for them; any other message without a consumer is dropped. */
  readonly consumers?: readonly Pick<Consumer, 'name' | 'topic'>[];
}

/**
 * A durable queue in the SQLite file of the store, served in the same process. A message is handed to its consumers at
 * once, while its rows are being written; nothing polls. Rows that a former process left are delivered when their
 * consumer attaches. One process per file.
 */
export interface EmbeddedCarrier extends Carrier {
  /** To be called inside `database.write`: the messages are there if what is written there is, and only then. */
  publishWithin(messages: readonly Message[]): void;
  /** Gives a dead letter a new life with fresh attempts; false when there is none of that id. */
  redrive(deadLetterId: string): Promise<boolean>;
}

const defaults = {
  random: systemRandom,
  backoff: { firstMs: 1_000, maxMs: 600_000 },
  maxAttempts: deliveriesMax,
  concurrency: 64,
  held: 1_000,
  publishDurability: 'flushed' as Durability,
};

export function createEmbeddedCarrier(database: SqliteDatabase, options: EmbeddedCarrierOptions): EmbeddedCarrier {
  const settings = { ...defaults, ...options };
  const { clock, random, publishDurability } = settings;
  const table = createQueueTable(database);
  const alarm = createAlarm(clock);
  const ledger = createLedger({ ...settings, database, table, alarm });
  const queues = new Map<string, ConsumerQueue>();
  const queuesOfTopic = new Map<string, Map<string, ConsumerQueue>>();
  const pump = createPump(queues);
  /** Unique by the run of this process; to draw one for each message costs more than to deliver it. */
  const run = random.uuid();
  let published = 0;
  let draining = false;

  function queueOf({ name, topic }: Pick<Consumer, 'name' | 'topic'>): ConsumerQueue {
    const known = queues.get(name);
    if (known !== undefined) return known;
    const queue = createConsumerQueue(name, { ...settings, database, table, ledger, alarm, wake: pump.wake });
    queues.set(name, queue);
    const siblings = queuesOfTopic.get(topic.event) ?? new Map<string, ConsumerQueue>();
    queuesOfTopic.set(topic.event, siblings.set(name, queue));
    return queue;
  }

  /** Writes the rows at once. What no queue took into memory is read back from there. */
  async function writeRows(
    jobs: readonly Job[],
    left: readonly ConsumerQueue[],
    durability: Durability,
  ): Promise<void> {
    await database.write(() => {
      for (const job of jobs) table.insert(job);
    }, durability);
    for (const queue of left) queue.rowsDueFrom(clock.now());
  }

  /** One job for each consumer that wants the message. */
  function jobsOf({ topic, event }: Message): readonly { readonly queue: ConsumerQueue; readonly job: Job }[] {
    published += 1;
    const message = {
      messageId: `${run}-${published}`,
      topic: topic.event,
      content: new PublishedContent(topic, event),
    };
    return [...(queuesOfTopic.get(topic.event) ?? [])]
      .filter(([, queue]) => queue.wants(event))
      .map(([consumer, queue]) => ({
        queue,
        job: { ...message, consumer, attempts: 0, notBefore: clock.now() },
      }));
  }

  /** False: it is to be read back from its row. */
  function handOver(queue: ConsumerQueue, job: Job): boolean {
    const taken = !draining && queue.take(job);
    if (taken) pump.wake(queue);
    return taken;
  }

  for (const consumer of settings.consumers ?? []) queueOf(consumer);

  return {
    async publish(topic, event) {
      const written: Promise<void>[] = [];
      const rows: Job[] = [];
      const left: ConsumerQueue[] = [];
      for (const { queue, job } of jobsOf({ topic, event })) {
        const taken = handOver(queue, job);
        if (!taken) left.push(queue);
        if (taken && publishDurability === 'soon') written.push(ledger.insert(job));
        else rows.push(job);
      }
      if (rows.length > 0) written.push(writeRows(rows, left, publishDurability));
      await Promise.all(written);
    },
    publishWithin(messages) {
      const jobs = messages.flatMap(jobsOf);
      for (const { job } of jobs) table.insert(job);
      for (const { queue, job } of jobs) if (!handOver(queue, job)) queue.rowsDueFrom(clock.now());
    },
    attach: (consumer) => queueOf(consumer).attach(consumer),
    deadLetters: async (limit) => table.deadLetters(limit),
    async redrive(deadLetterId) {
      const now = clock.now();
      const consumer = await database.write(() => {
        const job = table.exhume(deadLetterId, now);
        if (job !== null) table.insert(job);
        return job?.consumer;
      }, 'flushed');
      if (consumer !== undefined) queues.get(consumer)?.rowsDueFrom(now);
      return consumer !== undefined;
    },
    async drain() {
      draining = true;
      alarm.stop();
      await ledger.flush();
      await pump.stop();
      await ledger.flush();
      await database.write(() => undefined, 'flushed');
    },
  };
}
