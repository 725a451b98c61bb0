import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMachine } from '../machine.ts';
import { openPerson } from '../person.ts';
import { type System, titleOf } from './system.ts';

/** The product on a fresh folder. */
export async function startAllInOne(outsideUrl: string): Promise<System> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-'));
  const { child, local } = await startMachine(dataDir, outsideUrl);
  const person = openPerson(local);
  const ids = new Map<string, string>();

  return {
    pid: child.pid,
    create: async (life) => void ids.set(life, await person.wish(titleOf(life))),
    async approve(life) {
      await person.approve(ids.get(life) ?? '');
      ids.delete(life);
    },
    async progress() {
      const metrics = await person.readAsService('/metrics');
      const [completed, flushes] = ['actions_completed_total', 'storage_flushes_total'].map((name) =>
        counterIn(metrics, name),
      );
      return { completed: completed ?? 0, flushes: flushes ?? 0 };
    },
    async stop() {
      await child.stop();
      rmSync(dataDir, { recursive: true });
    },
  };
}

function counterIn(metrics: string, name: string): number {
  const value = new RegExp(`^${name}\\S* (\\d+)`, 'm').exec(metrics)?.[1];
  if (value === undefined) throw new Error(`GET /metrics has no ${name}`);
  return Number(value);
}
