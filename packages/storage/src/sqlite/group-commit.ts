import type { DatabaseSync } from 'node:sqlite';
import { AppError, type Logger } from '@intexuraos/kernel';
import type { Durability } from '../store.ts';
import { asAppError } from './sqlite-error.ts';

/** Told after the fact, in the same turn; a listener must not throw. */
export interface GroupCommitListener {
  /** All that was written before is on the disk. */
  flushed?(): void;
  /** All that was written since the last flush is gone, `soon` writes included. */
  rolledBack?(error: AppError): void;
}

export interface GroupCommit {
  /**
   * Applies at once, in the open transaction or a new one. If `apply` throws, the whole transaction is rolled back, and
   * with it the writes of all others that wait for the same flush: check first, write then.
   */
  write<T>(apply: () => T, durability: Durability): Promise<T>;
  /** As a `soon` write; for what the caller needs before it can go on. */
  writeNow<T>(apply: () => T): T;
  /** Commits what is open. */
  flush(): void;
  listen(listener: GroupCommitListener): void;
  /** How often something was committed since the start. */
  readonly flushes: number;
  /** Why the last flush failed; null when it did not. */
  readonly failure: AppError | null;
}

/**
 * One transaction per turn of the event loop: writes join it while the turn lasts, `COMMIT` ends it once the turn's other
 * work is done, and one fsync serves them all. `soon` writes alone keep it open for up to `flushSoonMs`.
 */
export function createGroupCommit(connection: DatabaseSync, flushSoonMs: number, log: Logger): GroupCommit {
  const begin = connection.prepare('BEGIN IMMEDIATE');
  const commit = connection.prepare('COMMIT');
  const rollback = connection.prepare('ROLLBACK');
  const listeners: GroupCommitListener[] = [];
  let open = false;
  let waiting: PromiseWithResolvers<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let flushes = 0;
  let failure: AppError | null = null;

  async function write<T>(apply: () => T, durability: Durability): Promise<T> {
    if (durability === 'soon') return writeNow(apply);
    const result = applied(apply);
    await whenFlushed();
    return result;
  }

  function writeNow<T>(apply: () => T): T {
    const result = applied(apply);
    if (waiting === null) timer ??= setTimeout(flush, flushSoonMs);
    return result;
  }

  function applied<T>(apply: () => T): T {
    try {
      if (!open) begin.run();
      open = true;
      return apply();
    } catch (error) {
      throw rollBack(error);
    }
  }

  function whenFlushed(): Promise<void> {
    if (waiting === null) {
      waiting = Promise.withResolvers();
      setImmediate(flush);
    }
    return waiting.promise;
  }

  function flush(): void {
    if (!open) return;
    try {
      commit.run();
    } catch (error) {
      rollBack(error);
      return;
    }
    flushes += 1;
    failure = null;
    close()?.resolve();
    for (const listener of listeners) listener.flushed?.();
  }

  function rollBack(cause: unknown): AppError {
    const error = asAppError(cause);
    const reason =
      cause === error ? new AppError('UNAVAILABLE', 'Another write of this flush failed', { cause }) : error;
    failure = reason;
    endTransaction();
    log.error({ err: error }, 'A flush failed; what it held was not stored');
    close()?.reject(reason);
    for (const listener of listeners) listener.rolledBack?.(reason);
    return error;
  }

  /** SQLite may have rolled back by itself. When even this fails, the next `BEGIN` fails too and leads here again. */
  function endTransaction(): void {
    try {
      if (connection.isTransaction) rollback.run();
    } catch (error) {
      log.error({ err: error }, 'A transaction could not be rolled back');
    }
  }

  /** Forgets the transaction that ended and hands out those who waited for it. */
  function close(): PromiseWithResolvers<void> | null {
    const waited = waiting;
    if (timer !== null) clearTimeout(timer);
    open = false;
    waiting = null;
    timer = null;
    return waited;
  }

  return {
    write,
    writeNow,
    flush,
    listen: (listener) => void listeners.push(listener),
    get flushes() {
      return flushes;
    },
    get failure() {
      return failure;
    },
  };
}
