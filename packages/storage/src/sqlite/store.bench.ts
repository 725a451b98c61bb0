/**
 * What the store in SQLite costs: `node --conditions=source src/sqlite/store.bench.ts [commits per row]`.
 * CPU is that of the whole process, fsync included; rates depend on the disk, CPU and flushes hardly.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@intexuraos/kernel';
import { defineCollection, type Store, type Version } from '../store.ts';
import { createSqliteStore } from './create-sqlite-store.ts';
import { openSqliteDatabase } from './sqlite-database.ts';

const count = Number(process.argv[2] ?? 2_000);
const folder = mkdtempSync(join(tmpdir(), 'store-bench-'));
const database = openSqliteDatabase({ path: join(folder, 'bench.db') });
const store: Store = createSqliteStore(database);

const asObject = (data: unknown): object => (typeof data === 'object' && data !== null ? data : {});

const actions = defineCollection<object>({
  name: 'actions',
  parse: asObject,
  indexes: [['userId', 'createdAt'], ['userId', 'status', 'createdAt'], ['userId', 'type', 'createdAt'], ['dueAt']],
});
const events = defineCollection<object>({
  name: 'events',
  parent: 'actions',
  parse: asObject,
  indexes: [],
});

const action = (at: number, status: string) => ({
  userId: `user-${at % 50}`,
  status,
  type: 'note',
  createdAt: 1_790_000_000_000 + at,
  dueAt: status === 'pending' ? at : null,
  title: 'Send the quarterly letter',
  payload: { to: 'ann@example.org', body: 'x'.repeat(600), tags: ['a', 'b', 'c'] },
});

interface Row {
  readonly name: string;
  readonly times: number;
  readonly concurrency: number;
  readonly task: (at: number) => Promise<unknown>;
}

async function measure({ name, times, concurrency, task }: Row): Promise<void> {
  const before = { cpu: process.cpuUsage(), at: systemClock.now(), flushes: database.flushes };
  let next = 0;
  const worker = async () => {
    while (next < times) await task(next++);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  const { user, system } = process.cpuUsage(before.cpu);
  const seconds = (systemClock.now() - before.at) / 1_000;
  const columns = [
    name.padEnd(44),
    `c=${concurrency}`.padEnd(6),
    `${Math.round(times / seconds)}/s`.padStart(10),
    `${((user + system) / times).toFixed(1)} us CPU (${(user / times).toFixed(1)} user)`.padStart(28),
    `${((database.flushes - before.flushes) / times).toFixed(3)} flushes`.padStart(16),
  ];
  process.stdout.write(`${columns.join(' ')}\n`);
}

const versions = new Map<string, Version>();
let created = 0;

async function create(): Promise<void> {
  const id = `${(created * 7919) % 1_000_003}`.padStart(36, '0');
  const data = action(created++, 'pending');
  const outcome = await store.commit([{ kind: 'create', collection: actions, id, data }]);
  if (outcome.outcome === 'committed') versions.set(id, outcome.versions[0] ?? 0);
}

async function advance(at: number, status: string): Promise<void> {
  const [id = '', expected = 0] = [...(changing[at] ?? [])];
  const replaced = await store.commit([
    { kind: 'replace', collection: actions, id: String(id), data: action(at, status), expected },
    { kind: 'create', collection: events, id: `${id}/${status}`, data: { at, status, by: 'ann' } },
  ]);
  if (replaced.outcome === 'committed') versions.set(String(id), replaced.versions[0] ?? 0);
}

let changing: (readonly [string, Version])[] = [];

await measure({ name: 'create', times: count, concurrency: 1, task: create });
await measure({ name: 'create', times: count * 4, concurrency: 64, task: create });
changing = [...versions];
await measure({ name: 'replace and create an event', times: count, concurrency: 1, task: (at) => advance(at, 'done') });
changing = [...versions];
await measure({
  name: 'replace and create an event',
  times: count * 4,
  concurrency: 64,
  task: (at) => advance(at, 'failed'),
});
const ids = [...versions.keys()];
await measure({
  name: 'get',
  times: count * 10,
  concurrency: 1,
  task: (at) => store.get(actions, ids[at % ids.length] ?? ''),
});
const inbox = {
  where: { userId: 'user-7' },
  orderBy: { field: 'createdAt', direction: 'descending' },
  limit: 20,
} as const;
await measure({ name: 'page of 20', times: count, concurrency: 1, task: () => store.query(actions, inbox) });
const merged = { ...inbox, where: { userId: 'user-7', status: ['pending', 'done', 'failed'] } };
await measure({
  name: 'page of 20, three states merged',
  times: count,
  concurrency: 1,
  task: () => store.query(actions, merged),
});
const sweep = { where: {}, orderBy: { field: 'dueAt', direction: 'ascending' }, to: 0, limit: 100 } as const;
await measure({
  name: 'sweep that finds nothing',
  times: count,
  concurrency: 1,
  task: () => store.query(actions, sweep),
});
await store.close();
rmSync(folder, { recursive: true });
