import { setTimeout } from 'node:timers/promises';
import { effectsIn } from '../harness/effects.ts';
import { keptAlive } from '../harness/keep-alive.ts';
import { asked, atRest, reached, timelineOf, wished } from '../harness/life.ts';
import type { Fault } from '../harness/target/faults.ts';
import { checkEffects, checkMessages, checkTimeline } from '../harness/truth.ts';
import { until } from '../harness/until.ts';
import { wishFor } from '../harness/wishes.ts';
import type { World } from '../harness/world.ts';

/** One life of an action during which the machine was to die at the `n`th passing of a point. */
export interface CrashRun {
  readonly point: string;
  readonly n: number;
  readonly type: string;
  readonly died: boolean;
  /** From the restart to the end of the action, milliseconds; null when the machine did not die. */
  readonly recoveredMs: number | null;
}

/** A sweep matters only where something was left behind: the first run hangs until its lease is over. */
const faultsFor: Readonly<Record<string, readonly Fault[]>> = {
  'before-sweep': ['hang before the effect'],
  'after-sweep': ['hang before the effect'],
};
/** A little more than the machine takes from one sweep to the next. */
const sweepsApartMs = 400;

export interface Lane {
  readonly point: string;
  readonly type: string;
  /** As often as the point is tried at most, each time one passing later. */
  readonly timesMax: number;
}

/**
 * Lets actions-agent die at a point: at its first passing, at its second, and so on until one life of an action does not
 * pass it so often. After each death it is started again, and everything must be as if it had never died. It is ended
 * afterwards, so that the next point can be tried.
 */
export async function crashAtEachPassing(world: World, { point, type, timesMax }: Lane): Promise<readonly CrashRun[]> {
  const runs: CrashRun[] = [];
  for (let n = 1; n <= timesMax; n += 1) {
    const run = await crashOnce(world, { point, type, n });
    runs.push(run);
    await world.machine.agent.kill();
    if (!run.died) break;
  }
  return runs;
}

async function crashOnce(
  world: World,
  { point, type, n }: { point: string; type: string; n: number },
): Promise<CrashRun> {
  const { machine } = world;
  await machine.start({ INTEXURAOS_CRASH_AT: `${point}:${n}` });
  const {
    result: endedAt,
    restartedAt: [restartedAt],
  } = await keptAlive(machine, async () => {
    const end = await live(world, type, faultsFor[point] ?? []);
    if (point in faultsFor) await setTimeout(n * sweepsApartMs);
    await atRest(world);
    return end;
  });
  const died = restartedAt !== undefined;
  return { point, n, type, died, recoveredMs: died ? Math.max(0, Math.round(endedAt - restartedAt)) : null };
}

/** From the wish to the report, with a yes in between. Throws when anything of it is not as it should be. */
async function live(world: World, type: string, faults: readonly Fault[]): Promise<number> {
  const { phone, target, machine } = world;
  const id = await wished(world, wishFor(type));
  target.plan(id, faults);
  phone.tap(await asked(world, id), 'Approve');
  const view = await reached(world, id, 'completed', 'failed', 'rejected', 'archived');
  const endedAt = Date.now();
  await until(`the report of ${id}`, () => phone.messages.find(({ key }) => key.startsWith(`report:${id}:`)) ?? null);
  if (view.status !== 'completed') throw new Error(`${id} is ${view.status}: ${JSON.stringify(view.failure)}`);
  checkEffects(view, effectsIn(world));
  checkTimeline(view, await timelineOf(world, id));
  checkMessages(phone.messages, machine.deaths);
  return endedAt;
}
