import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMachine } from '../machine.ts';
import { startOutside } from '../one-machine/outside.ts';
import { openPerson } from '../person.ts';
import { multiply } from './multiply.ts';

const finished = 15;
const open = 5;
/** More than stay in the action's own document, so that a timeline has to be put together. */
const edits = 60;

export interface Template {
  readonly dataDir: string;
  /** The action with the long timeline. */
  readonly edited: string;
}

/** A folder in which the product itself has stored a few actions, finished, waiting and edited ones. */
export async function lifeOfAPerson(): Promise<Template> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-growth-'));
  const outside = await startOutside();
  const machine = await startMachine(dataDir, outside.url);
  const person = openPerson(machine.local);
  for (let n = 1; n <= finished + open; n += 1) {
    const id = await person.wish(`[grow-${n}]`);
    const { asked, executed } = outside.expect(`grow-${n}`);
    await asked;
    if (n <= finished) await Promise.all([executed, person.approve(id)]);
  }
  const edited = await person.wish('[edited]');
  for (let n = 1; n <= edits; n += 1) await person.edit(edited, `Edit ${n}`);
  await machine.child.stop();
  await outside.close();
  return { dataDir, edited };
}

/** A copy of the folder with so many actions of this person in it, and as many events of long timelines. */
export function folderWith(actions: number, { dataDir }: Template): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-growth-'));
  cpSync(dataDir, folder, { recursive: true });
  const id = "printf('%08x-0000-4000-8000-%012x', n, n)";
  const createdAt = "strftime('%Y-%m-%dT%H:%M:%fZ', 1700000000 + n, 'unixepoch')";
  multiply(join(folder, 'intexuraos.db'), [
    {
      table: 'actions',
      rows: actions,
      columns: { id, f_createdAt: createdAt, data: `json_set(data, '$.id', ${id}, '$.createdAt', ${createdAt})` },
    },
    { table: 'actions/events', rows: actions, columns: { id: `${id} || '/1'`, f_actionId: id, f_seq: '1' } },
  ]);
  return folder;
}
