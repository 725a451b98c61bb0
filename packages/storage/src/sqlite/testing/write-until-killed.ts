/**
 * A process of its own: `<path of the store> <prefix of the ids>`. Eight writers store pairs of documents for ever; each id
 * is printed when its commit is acknowledged.
 */
import { writeSync } from 'node:fs';
import { openSqliteStore } from '../create-sqlite-store.ts';
import { records, states } from './pairs.ts';

const [path = '', prefix = ''] = process.argv.slice(2);
const store = openSqliteStore({ path, lockWaitMs: 50 });
let next = 0;

async function write(): Promise<never> {
  for (;;) {
    const at = next++;
    const id = `${prefix}-${at}`;
    await store.commit([
      { kind: 'create', collection: states, id, data: { at, note: 'x'.repeat(at % 3_000) } },
      { kind: 'create', collection: records, id, data: { at } },
    ]);
    writeSync(1, `${id}\n`);
  }
}

await Promise.all(Array.from({ length: 8 }, write));
