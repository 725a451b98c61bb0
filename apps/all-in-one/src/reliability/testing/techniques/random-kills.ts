import { strict as assert } from 'node:assert';
import { setTimeout } from 'node:timers/promises';
import type { Random } from '@intexuraos/kernel';
import { createSeededRandom } from '@intexuraos/testing';
import { effectsIn } from '../harness/effects.ts';
import { keptAlive } from '../harness/keep-alive.ts';
import { atRest, timelineOf, viewOf } from '../harness/life.ts';
import { checkEffects, checkMessages, checkTimeline } from '../harness/truth.ts';
import type { World } from '../harness/world.ts';
import type { History } from './history.ts';
import { live } from './random-life.ts';

export interface KillSize {
  readonly seconds: number;
  /** Actions that live at the same time. */
  readonly width: number;
  readonly types: readonly string[];
  readonly seed: number;
}

export interface KillReport {
  readonly kills: number;
  readonly actions: number;
  /** How many actions ended how. */
  readonly endings: Readonly<Record<string, number>>;
  /** From the last restart until nothing was left to do, milliseconds. */
  readonly settledMs: number;
}

/**
 * Actions of all types live and are answered while one process after the other is killed; each is started again at once.
 * Then it may come to rest. Throws unless nothing was lost, nothing happened twice, and everything ended.
 */
export async function killAtRandom(world: World, history: History, size: KillSize): Promise<KillReport> {
  const { machine, phone } = world;
  assert.equal(await machine.start(), 'ready');
  const random = createSeededRandom(size.seed);
  const end = Date.now() + size.seconds * 1_000;
  const { result, restartedAt } = await keptAlive(machine, async () => {
    const killing = killUntil(end, world, { random, history });
    const lives = await Promise.all(Array.from({ length: size.width }, (_, lane) => liveOn(lane)));
    return { kills: await killing, ids: lives.flat() };
  });
  await atRest(world);
  const settledMs = Date.now() - Math.max(end, ...restartedAt);
  await phone.settled();
  checkMessages(phone.messages, machine.deaths);
  const statuses = await Promise.all(result.ids.map((id) => checkedStatus(world, id)));
  return { kills: result.kills, actions: result.ids.length, endings: countsOf(statuses), settledMs };

  async function liveOn(lane: number): Promise<readonly string[]> {
    const own = createSeededRandom(size.seed * 1_000 + lane);
    const lived: string[] = [];
    while (Date.now() < end) lived.push(await live(world, { random: own, history, types: size.types }));
    return lived;
  }
}

const shortestMs = 200;
const longestMs = 3_000;

async function killUntil(
  end: number,
  { machine: { processes } }: World,
  { random, history }: { readonly random: Random; readonly history: History },
): Promise<number> {
  let kills = 0;
  while (Date.now() < end) {
    await setTimeout(shortestMs + random.fraction() * (longestMs - shortestMs));
    const victim = processes[Math.floor(random.fraction() * processes.length)];
    if (victim?.isRunning !== true) continue;
    history.note({ op: 'kill', url: victim.url });
    await victim.kill();
    kills += 1;
  }
  return kills;
}

async function checkedStatus(world: World, id: string): Promise<string> {
  const view = await viewOf(world, id);
  checkEffects(view, effectsIn(world));
  checkTimeline(view, await timelineOf(world, id));
  return view.status;
}

const countsOf = (statuses: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...Map.groupBy(statuses, (status) => status)].map(([status, all]) => [status, all.length]));
