import type { Clock, Logger } from '@intexuraos/kernel';
import type { SqliteDatabase } from '@intexuraos/storage/sqlite';
import type { Alarm } from './alarm.ts';
import type { Job, QueueTable } from './queue-table.ts';

/**
 * So many turns of the event loop a change of rows waits for company. It is enough for a consumer that does one commit and
 * one call: a message acknowledged by then never becomes a row, and no COMMIT that a person waits for writes it. Idle, it
 * is a fraction of a millisecond.
 */
const turnsOfDelay = 16;
/** When the disk is full, say. */
const pauseAfterFailureMs = 1_000;

export interface LedgerOptions {
  readonly database: SqliteDatabase;
  readonly table: QueueTable;
  readonly alarm: Alarm;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * The carrier's changes of rows that nobody waits for to be flushed: collected, and applied in one go. Those that a failed
 * flush took back are applied again, so rows and memory agree once the disk has room again.
 */
export interface Ledger {
  /** Resolves when the row is there or no longer needed; rejects when it could not be written. */
  insert(job: Job): Promise<void>;
  /** The row of `job` is no longer needed; `removed` is called when it is gone. */
  remove(job: Job, removed: () => void): void;
  /** Changes rows by functions of the table, after all changes asked for earlier. May run more than once. */
  change(apply: () => void): void;
  /** Applies what is due now, without waiting for the alarm. */
  flush(): Promise<void>;
}

export function createLedger({ database, table, alarm, clock, log }: LedgerOptions): Ledger {
  let inserts = new Map<Job, PromiseWithResolvers<void>>();
  let changes: (() => void)[] = [];
  let applied: (() => void)[] = [];
  let scheduled = false;
  let paused = false;

  database.listen({
    flushed() {
      applied = [];
      paused = false;
    },
    rolledBack() {
      changes = [...applied, ...changes];
      applied = [];
      paused = true;
      if (changes.length > 0) schedule();
    },
  });

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    if (paused) alarm.at(clock.now() + pauseAfterFailureMs, () => void flush());
    else afterTurns(turnsOfDelay, () => void flush());
  }

  function change(apply: () => void): void {
    changes.push(apply);
    schedule();
  }

  async function flush(): Promise<void> {
    scheduled = false;
    const newRows = inserts;
    const batch = [...[...newRows.keys()].map((job) => () => table.insert(job)), ...changes];
    if (batch.length === 0) return;
    inserts = new Map();
    changes = [];
    // Before the write, because a failing one tells the listener first.
    applied = [...applied, ...batch];
    try {
      await database.write(() => batch.forEach((apply) => apply()), 'soon');
      for (const { resolve } of newRows.values()) resolve();
    } catch (error) {
      log.error({ err: error, changes: batch.length }, 'the carrier could not write; it will try again');
      for (const { reject } of newRows.values()) reject(error);
    }
  }

  return {
    insert(job) {
      const outcome = Promise.withResolvers<void>();
      inserts.set(job, outcome);
      schedule();
      return outcome.promise;
    },
    remove(job, removed) {
      const insert = inserts.get(job);
      if (insert === undefined) {
        return change(() => {
          table.remove(job);
          removed();
        });
      }
      inserts.delete(job);
      removed();
      insert.resolve();
    },
    change,
    flush,
  };
}

function afterTurns(turns: number, task: () => void): void {
  setImmediate(() => (turns > 1 ? afterTurns(turns - 1, task) : task()));
}
