import type { StatementSync } from 'node:sqlite';
import { AppError, type Logger, silentLogger } from '@intexuraos/kernel';
import { documentBytesMax } from '../documents/check-writes.ts';
import type { Durability } from '../store.ts';
import { createGroupCommit, type GroupCommit, type GroupCommitListener } from './group-commit.ts';
import { type ConnectionOptions, openConnection } from './open-connection.ts';
import { asAppError } from './sqlite-error.ts';

export interface SqliteDatabaseOptions extends ConnectionOptions {
  readonly log?: Logger;
  /** How long `soon` writes may wait for a flush; 5 unless said. */
  readonly flushSoonMs?: number;
}

/**
 * The one connection to the file, shared by the store and the message queue, so that they share their flushes. Tables
 * named `carrier_*` are the queue's, all others the store's.
 */
export interface SqliteDatabase {
  /** Compiles once per SQL text. Statements that write are run inside `write` only. */
  prepare(sql: string): StatementSync;
  /** As `prepare`; rows come as arrays, which costs half. */
  prepareArrays(sql: string): StatementSync;
  /**
   * Runs `apply` at once, in the transaction of this turn of the event loop; later reads see it. `flushed` resolves after
   * the common COMMIT, `soon` at once. If `apply` throws, all that the transaction holds is rolled back: check first.
   * Throws STORAGE_FULL and UNAVAILABLE; then nothing of it is stored, and the next write may succeed again.
   */
  write<T>(apply: (database: SqliteDatabase) => T, durability: Durability): Promise<T>;
  /** As `write` with `soon`, and returns at once: for what the caller needs before it can go on, such as a table. */
  writeNow<T>(apply: (database: SqliteDatabase) => T): T;
  /** Runs `select` at once; sees all writes, flushed or not. */
  read<T>(select: (database: SqliteDatabase) => T): T;
  listen(listener: GroupCommitListener): void;
  /** Called after each COMMIT. */
  onFlushed(listener: () => void): void;
  /** A trivial read; after a failed flush, a write as large as a document may be, so that readiness tells of free space. */
  ping(): Promise<void>;
  /** COMMITs since the start. */
  readonly flushes: number;
  /** Commits what is open and lets go of the file. */
  close(): Promise<void>;
}

/** Throws `AppError` with advice when the file is in use, damaged, of another program or of a newer release. */
export function openSqliteDatabase(options: SqliteDatabaseOptions): SqliteDatabase {
  const connection = openConnection(options);
  const group = createGroupCommit(connection, options.flushSoonMs ?? 5, options.log ?? silentLogger);
  let closed = false;

  const whileOpen = <T>(work: () => T): T => {
    if (closed) throw new AppError('UNAVAILABLE', 'The store is closed');
    return work();
  };

  const database: SqliteDatabase = {
    prepare: createCache((sql) => whileOpen(() => connection.prepare(sql))),
    prepareArrays: createCache((sql) => whileOpen(() => connection.prepare(sql, { returnArrays: true }))),
    write: async (apply, durability) => whileOpen(() => group.write(() => apply(database), durability)),
    writeNow: (apply) => whileOpen(() => group.writeNow(() => apply(database))),
    read: (select) => whileOpen(() => reading(() => select(database))),
    listen: group.listen,
    onFlushed: (flushed) => group.listen({ flushed }),
    async ping() {
      if (group.failure === null) database.read(({ prepare }) => prepare('SELECT 1').get());
      else await whileOpen(() => probe(database, group));
    },
    get flushes() {
      return group.flushes;
    },
    async close() {
      if (closed) return;
      closed = true;
      group.flush();
      connection.close();
    },
  };
  return database;
}

/** In transactions of its own: should it fail, it takes nobody else's writes along. */
async function probe({ prepare }: SqliteDatabase, group: GroupCommit): Promise<void> {
  group.flush();
  const written = group.write(() => {
    prepare('CREATE TABLE IF NOT EXISTS store_probe (data)').run();
    prepare(`INSERT INTO store_probe VALUES (zeroblob(${documentBytesMax}))`).run();
  }, 'flushed');
  group.flush();
  await written;
  await group.write(() => prepare('DELETE FROM store_probe').run(), 'soon');
}

function createCache(compile: (sql: string) => StatementSync): (sql: string) => StatementSync {
  const statements = new Map<string, StatementSync>();
  return (sql) => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = compile(sql);
    statements.set(sql, statement);
    return statement;
  };
}

function reading<T>(select: () => T): T {
  try {
    return select();
  } catch (error) {
    throw asAppError(error);
  }
}
