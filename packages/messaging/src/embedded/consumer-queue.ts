import type { Clock, Logger, Random } from '@intexuraos/kernel';
import type { SqliteDatabase } from '@intexuraos/storage/sqlite';
import { deliverOnce } from '../deliver-once.ts';
import type { Consumer } from '../messaging.ts';
import type { Alarm } from './alarm.ts';
import { type Backoff, pauseMs } from './backoff.ts';
import type { Ledger } from './ledger.ts';
import type { Job, QueueTable } from './queue-table.ts';

export interface ConsumerQueueOptions {
  readonly database: SqliteDatabase;
  readonly table: QueueTable;
  readonly ledger: Ledger;
  readonly alarm: Alarm;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly backoff: Backoff;
  readonly maxAttempts: number;
  readonly concurrency: number;
  /** So many jobs are kept in memory to be delivered, and as many that rest after a failure; more stay rows. */
  readonly held: number;
  /** Something may be ready to start in the queue. */
  readonly wake: (queue: ConsumerQueue) => void;
}

/** What waits for one consumer: the front of it in memory, all of it in the table. */
export interface ConsumerQueue {
  readonly running: number;
  attach(consumer: Consumer): void;
  /** As its consumer says; before there is one, everything may be. */
  wants(event: object): boolean;
  /** Takes a job into memory; false when there is no room or nobody to deliver to, so it must be a row. */
  take(job: Job): boolean;
  /** From `time` on there may be due rows that are not in memory. */
  rowsDueFrom(time: number): void;
  /** Starts one delivery; false when nothing is ready or all slots are taken. */
  startNext(): boolean;
}

interface ReadyJob {
  readonly job: Job;
  /** Read back from its row, perhaps left by a process that died of it. */
  readonly recovered: boolean;
}

export function createConsumerQueue(name: string, options: ConsumerQueueOptions): ConsumerQueue {
  const { database, table, ledger, alarm, clock, random, log, backoff, maxAttempts, concurrency, held } = options;
  const ready: ReadyJob[] = [];
  /** The ids of the messages that are in memory, or whose row is about to go: not to be read again. */
  const known = new Set<string>();
  let consumer: Consumer | null = null;
  let running = 0;
  let resting = 0;
  let unreadFrom = Number.POSITIVE_INFINITY;

  const wake = () => options.wake(queue);
  const room = () => held - ready.length - running;

  function rowsDueFrom(time: number): void {
    if (time >= unreadFrom) return;
    unreadFrom = time;
    alarm.at(time, wake);
  }

  function enqueue(job: Job, recovered: boolean): void {
    known.add(job.messageId);
    ready.push({ job, recovered });
  }

  /** Reads due rows once half of the room is free, so that a backlog is read in pages. */
  function readRows(): void {
    if (unreadFrom === Number.POSITIVE_INFINITY || room() < held / 2) return;
    const now = clock.now();
    if (unreadFrom > now) return;
    const limit = room() + known.size;
    const rows = table.due(name, now, limit);
    for (const job of rows) if (!known.has(job.messageId)) enqueue(job, true);
    if (rows.length === limit) return;
    unreadFrom = Number.POSITIVE_INFINITY;
    const next = table.nextDue(name, now);
    if (next !== null) rowsDueFrom(next);
  }

  async function deliver(to: Consumer, { job, recovered }: ReadyJob): Promise<void> {
    running += 1;
    if (recovered) await countBeforehand(job);
    const { messageId, attempts, content } = job;
    const verdict = await deliverOnce(to, { ...content.delivered(), messageId, attempt: attempts + 1 });
    running -= 1;
    if (verdict === 'ack') ledger.remove(job, () => known.delete(messageId));
    else failed({ ...job, attempts: attempts + 1 }, job);
    wake();
  }

  /** So that a message that kills the process is given up in the end, instead of killing each process that follows. */
  async function countBeforehand(job: Job): Promise<void> {
    const counted = { ...job, attempts: job.attempts + 1 };
    await database
      .write(() => table.replace(job, counted), 'flushed')
      .catch((error: unknown) => log.error({ err: error, consumer: name }, 'a delivery could not be counted'));
  }

  function failed(job: Job, before: Job): void {
    if (job.attempts >= maxAttempts) return giveUp(job, before);
    const rest = pauseMs(backoff, job.attempts, random);
    const later = { ...job, notBefore: clock.now() + rest };
    ledger.change(() => table.replace(before, later));
    log.warn({ consumer: name, messageId: job.messageId, attempts: job.attempts, pauseMs: rest }, 'delivery failed');
    if (resting < held) return restInMemory(later);
    ledger.change(() => {
      known.delete(job.messageId);
      rowsDueFrom(later.notBefore);
    });
  }

  function restInMemory(job: Job): void {
    resting += 1;
    alarm.at(job.notBefore, () => {
      resting -= 1;
      enqueue(job, false);
      wake();
    });
  }

  function giveUp(job: Job, before: Job): void {
    const letter = { id: random.uuid(), job, failedAt: clock.now() };
    ledger.change(() => {
      table.remove(before);
      table.bury(letter);
      known.delete(job.messageId);
    });
    log.error({ consumer: name, messageId: job.messageId, attempts: job.attempts }, 'message given up');
  }

  const queue: ConsumerQueue = {
    get running() {
      return running;
    },
    attach(attached) {
      consumer = attached;
      rowsDueFrom(clock.now());
      wake();
    },
    wants: (event) => consumer?.wants?.(event) ?? true,
    take(job) {
      if (consumer === null || room() <= 0) return false;
      enqueue(job, false);
      return true;
    },
    rowsDueFrom,
    startNext() {
      if (consumer === null || running >= concurrency) return false;
      readRows();
      const next = ready.shift();
      if (next === undefined) return false;
      if (next.job.attempts < maxAttempts) void deliver(consumer, next);
      else giveUp(next.job, next.job);
      return true;
    },
  };
  return queue;
}
