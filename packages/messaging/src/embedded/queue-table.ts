import type { SqliteDatabase } from '@intexuraos/storage/sqlite';
import type { DeadLetter } from '../messaging.ts';
import { type Content, storedContent } from './content.ts';

/** One message for one consumer, as its row says. */
export interface Job {
  readonly messageId: string;
  readonly consumer: string;
  readonly topic: string;
  readonly content: Content;
  /** Deliveries that failed so far. */
  readonly attempts: number;
  /** Unix milliseconds: when it may be delivered. */
  readonly notBefore: number;
}

/** One B-tree for all: a consumer's rows lie together, in the order in which they come due. */
const schema = [
  `CREATE TABLE IF NOT EXISTS carrier_messages (
     consumer TEXT NOT NULL, not_before INTEGER NOT NULL, message_id TEXT NOT NULL,
     topic TEXT NOT NULL, attempts INTEGER NOT NULL, data TEXT NOT NULL,
     PRIMARY KEY (consumer, not_before, message_id)) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS carrier_dead_letters (
     id TEXT PRIMARY KEY, consumer TEXT NOT NULL, topic TEXT NOT NULL, data TEXT NOT NULL,
     attempts INTEGER NOT NULL, failed_at INTEGER NOT NULL)`,
  'CREATE INDEX IF NOT EXISTS carrier_dead_letters_by_time ON carrier_dead_letters (failed_at)',
];

/** The SQL of the carrier and nothing else. What changes rows is to be called inside `database.write`. */
export interface QueueTable {
  insert(job: Job): void;
  remove(job: Job): void;
  /** Gives the row of `before` the attempts and the time of `after`. */
  replace(before: Job, after: Job): void;
  /** The first due rows of a consumer, at most `limit`. */
  due(consumer: string, now: number, limit: number): readonly Job[];
  /** When the first row after `now` comes due. */
  nextDue(consumer: string, now: number): number | null;
  bury(letter: { readonly id: string; readonly job: Job; readonly failedAt: number }): void;
  /** Removes a dead letter and returns it as a job that starts anew at `now`. */
  exhume(deadLetterId: string, now: number): Job | null;
  deadLetters(limit: number): readonly DeadLetter[];
}

type Row = Readonly<Record<string, unknown>>;

const jobOf = (row: Row): Job => ({
  messageId: String(row['message_id']),
  consumer: String(row['consumer']),
  topic: String(row['topic']),
  content: storedContent(String(row['data'])),
  attempts: Number(row['attempts']),
  notBefore: Number(row['not_before']),
});

const deadLetterOf = (row: Row): DeadLetter => ({
  id: String(row['id']),
  consumer: String(row['consumer']),
  topic: String(row['topic']),
  data: JSON.parse(String(row['data'])),
  attempts: Number(row['attempts']),
  failedAt: Number(row['failed_at']),
});

export function createQueueTable(database: SqliteDatabase): QueueTable {
  for (const sql of schema) database.prepare(sql).run();
  const key = 'consumer = ? AND not_before = ? AND message_id = ?';
  const insert = database.prepare('INSERT OR REPLACE INTO carrier_messages VALUES (?, ?, ?, ?, ?, ?)');
  const remove = database.prepare(`DELETE FROM carrier_messages WHERE ${key}`);
  const replace = database.prepare(`UPDATE carrier_messages SET not_before = ?, attempts = ? WHERE ${key}`);
  const due = database.prepare(
    'SELECT * FROM carrier_messages WHERE consumer = ? AND not_before <= ? ORDER BY not_before, message_id LIMIT ?',
  );
  const nextDue = database.prepare(
    'SELECT min(not_before) AS time FROM carrier_messages WHERE consumer = ? AND not_before > ?',
  );
  const bury = database.prepare('INSERT OR REPLACE INTO carrier_dead_letters VALUES (?, ?, ?, ?, ?, ?)');
  const exhume = database.prepare(
    'DELETE FROM carrier_dead_letters WHERE id = ? RETURNING id AS message_id, consumer, topic, data, 0 AS attempts, ? AS not_before',
  );
  const deadLetters = database.prepare('SELECT * FROM carrier_dead_letters ORDER BY failed_at DESC LIMIT ?');

  return {
    insert: (job) =>
      void insert.run(job.consumer, job.notBefore, job.messageId, job.topic, job.attempts, job.content.text()),
    remove: (job) => void remove.run(job.consumer, job.notBefore, job.messageId),
    replace: (before, after) =>
      void replace.run(after.notBefore, after.attempts, before.consumer, before.notBefore, before.messageId),
    due: (consumer, now, limit) => due.all(consumer, now, limit).map(jobOf),
    nextDue(consumer, now) {
      const time = nextDue.get(consumer, now)?.['time'];
      return typeof time === 'number' ? time : null;
    },
    bury: ({ id, job, failedAt }) =>
      void bury.run(id, job.consumer, job.topic, job.content.text(), job.attempts, failedAt),
    exhume(deadLetterId, now) {
      const row = exhume.get(deadLetterId, now);
      return row === undefined ? null : jobOf(row);
    },
    deadLetters: (limit) => deadLetters.all(limit).map(deadLetterOf),
  };
}
