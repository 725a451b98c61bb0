import { DatabaseSync } from 'node:sqlite';
import type { Progress } from '../system.ts';

/** The statuses of one life and their history, in a SQLite file that is flushed before anybody is answered. */
export interface ProbeStore {
  create(life: string, body: string): Promise<void>;
  /** Approved and begun in one transaction; false when it was not waiting for that. */
  approve(life: string): Promise<boolean>;
  complete(life: string): void;
  /** Notes that the question was sent. */
  mark(life: string): void;
  progress(): Progress;
}

const layout = `
  PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000; PRAGMA locking_mode = EXCLUSIVE;
  CREATE TABLE life (id TEXT PRIMARY KEY, status TEXT NOT NULL, body TEXT NOT NULL, updated INTEGER) WITHOUT ROWID;
  CREATE TABLE history (at INTEGER NOT NULL, life TEXT NOT NULL, status TEXT NOT NULL)`;

/** Writes that nobody waits for ride on the next flush, or on one of their own after this. */
const lazyMs = 5;

export function openProbeStore(file: string): ProbeStore {
  const database = new DatabaseSync(file);
  database.exec(layout);
  const [begin, commit] = [database.prepare('BEGIN IMMEDIATE'), database.prepare('COMMIT')];
  const insert = database.prepare("INSERT INTO life VALUES (?, 'awaiting_approval', ?, ?)");
  const note = database.prepare('INSERT INTO history VALUES (?, ?, ?)');
  const move = database.prepare('UPDATE life SET status = ?, updated = ? WHERE id = ? AND status = ?');
  const count = database.prepare("SELECT count(*) AS completed FROM history WHERE status = 'completed'");
  let waiting: PromiseWithResolvers<void> | null = null;
  let lazy: NodeJS.Timeout | null = null;
  let isOpen = false;
  let flushes = 0;

  function flush(): void {
    if (!isOpen) return;
    commit.run();
    flushes += 1;
    isOpen = false;
    if (lazy !== null) clearTimeout(lazy);
    lazy = null;
    waiting?.resolve();
    waiting = null;
  }

  /** One transaction for all that is written in one turn of the event loop. */
  function opened(): void {
    if (!isOpen) begin.run();
    isOpen = true;
  }

  function flushed(): Promise<void> {
    if (waiting === null) {
      waiting = Promise.withResolvers();
      setImmediate(flush);
    }
    return waiting.promise;
  }

  function moved(life: string, from: string, to: string): boolean {
    const now = Date.now();
    if (move.run(to, now, life, from).changes !== 1) return false;
    note.run(now, life, to);
    return true;
  }

  function soon(write: () => void): void {
    opened();
    write();
    if (waiting === null) lazy ??= setTimeout(flush, lazyMs);
  }

  return {
    create(life, body) {
      opened();
      insert.run(life, body, Date.now());
      note.run(Date.now(), life, 'awaiting_approval');
      return flushed();
    },
    async approve(life) {
      opened();
      const begun = moved(life, 'awaiting_approval', 'pending') && moved(life, 'pending', 'processing');
      await flushed();
      return begun;
    },
    complete: (life) => soon(() => moved(life, 'processing', 'completed')),
    mark: (life) => soon(() => note.run(Date.now(), life, 'notified')),
    progress: () => ({ completed: Number(count.get()?.['completed']), flushes }),
  };
}
