import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '@intexuraos/kernel';
import { resultCodeOf, resultCodes } from './sqlite-error.ts';

/** The layout that this code writes. A file that a newer release wrote is not opened by an older one. */
export const layoutVersion = 1;
/** "Iosq": tells our files from those of other programs. */
const applicationId = 0x496f7371;
/** Above this size a full check would delay the start by seconds; SQLite then reports damage when it meets it. */
const checkedBytesMax = 256 * 1024 * 1024;

const settings = [
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  // macOS: fsync alone does not reach the medium there.
  'PRAGMA fullfsync = ON',
  'PRAGMA checkpoint_fullfsync = ON',
  // 16 MiB of log between checkpoints: rare enough to cost nothing, small enough to be copied back in one pause.
  'PRAGMA wal_autocheckpoint = 4000',
  'PRAGMA journal_size_limit = 33554432',
  'PRAGMA cache_size = -4000',
  'PRAGMA temp_store = MEMORY',
  'PRAGMA trusted_schema = OFF',
];

export interface ConnectionOptions {
  readonly path: string;
  /** How long to wait for another process that is just ending; 1,000 unless said. */
  readonly lockWaitMs?: number;
}

/**
 * Opens or creates (mode 0600) the file for this process alone. The lock is SQLite's own EXCLUSIVE mode: it lives on the
 * file, dies with the process however that ends, and spares each read and commit the system calls of taking it.
 * POSIX drops it when this process opens and closes the file by any other way, so nothing else here may touch the file.
 * Throws `AppError('UNAVAILABLE')` with advice when the file is in use, damaged, foreign or too new; never repairs it.
 */
export function openConnection({ path, lockWaitMs = 1_000 }: ConnectionOptions): DatabaseSync {
  createPrivately(path);
  let connection: DatabaseSync | undefined;
  try {
    connection = new DatabaseSync(path, { timeout: lockWaitMs, enableForeignKeyConstraints: false });
    connection.exec('PRAGMA locking_mode = EXCLUSIVE');
    checkLayout(connection, path);
    for (const setting of settings) connection.exec(setting);
    checkIntegrity(connection, path);
    markAsOurs(connection);
    return connection;
  } catch (error) {
    connection?.close();
    throw asRefusal(error, path);
  }
}

function createPrivately(path: string): void {
  if (existsSync(path)) return;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    closeSync(openSync(path, 'wx', 0o600));
  } catch (cause) {
    throw refusal(path, 'cannot be created', 'Check the folder and its permissions.', cause);
  }
}

function checkLayout(connection: DatabaseSync, path: string): void {
  const version = pragma(connection, 'user_version');
  if (typeof version === 'number' && version > layoutVersion) {
    throw refusal(
      path,
      'was written by a newer release',
      `Start that release; this one reads layout ${layoutVersion}.`,
    );
  }
  const tables = connection.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.['n'];
  if (tables !== 0 && pragma(connection, 'application_id') !== applicationId) {
    throw refusal(path, 'belongs to another program', 'Name another file.');
  }
}

function checkIntegrity(connection: DatabaseSync, path: string): void {
  if (statSync(path).size > checkedBytesMax) return;
  const verdict = pragma(connection, 'quick_check', '(1)');
  if (verdict !== 'ok') throw damaged(path, verdict);
}

function markAsOurs(connection: DatabaseSync): void {
  if (pragma(connection, 'user_version') === layoutVersion) return;
  connection.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${layoutVersion}`);
}

function pragma(connection: DatabaseSync, name: string, argument = ''): unknown {
  return connection.prepare(`PRAGMA ${name}${argument}`).get()?.[name];
}

function asRefusal(error: unknown, path: string): AppError {
  if (error instanceof AppError) return error;
  const code = resultCodeOf(error);
  if (code === resultCodes.full)
    return new AppError('STORAGE_FULL', `No room to open the store ${path}`, { cause: error });
  if (code === resultCodes.busy || code === resultCodes.locked) {
    return refusal(path, 'is in use by another process', 'One process per store: stop the other one first.', error);
  }
  if (code === resultCodes.corrupt || code === resultCodes.notADatabase) return damaged(path, error);
  return refusal(path, 'cannot be opened', 'Check the file and its permissions.', error);
}

function damaged(path: string, cause: unknown): AppError {
  return refusal(path, 'is damaged', 'Nothing was changed: restore a backup, or move the file away.', cause);
}

function refusal(path: string, problem: string, advice: string, cause?: unknown): AppError {
  return new AppError('UNAVAILABLE', `The store ${path} ${problem}. ${advice}`, { cause });
}
