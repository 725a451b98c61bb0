import { expect, test } from '@jest/globals';
import { asked, atRest, reached, timelineOf, viewOf, wished } from './testing/harness/life.ts';
import { inOneMachine, type OneMachine } from './testing/harness/one-machine/open-one-machine.ts';
import type { Fault } from './testing/harness/target/faults.ts';
import { checkEffects, checkTimeline } from './testing/harness/truth.ts';
import { until } from './testing/harness/until.ts';
import { wishFor } from './testing/harness/wishes.ts';

const stopsWithinMs = 10_000;
/** Longer than a stop may take: what is left behind is taken over only when it is over. */
const variables = { INTEXURAOS_LEASE_MS: '12000' };

async function running(world: OneMachine, fault: Fault): Promise<string> {
  const id = await wished(world, wishFor('todo'));
  world.target.plan(id, [fault]);
  world.phone.tap(await asked(world, id), 'Approve');
  await reached(world, id, 'processing');
  return id;
}

async function stopped({ machine }: OneMachine): Promise<number> {
  const begun = performance.now();
  expect(await machine.kill('SIGTERM')).toEqual({ code: 0, signal: null });
  return performance.now() - begun;
}

async function isDoneOnce(world: OneMachine, id: string): Promise<void> {
  const view = await reached(world, id, 'completed');
  checkEffects(view, world.target.ledger);
  checkTimeline(view, await timelineOf(world, id));
}

test('a run that ends in time is written down before the process ends', async () => {
  await inOneMachine({ variables }, async (world) => {
    await world.machine.start();
    const id = await running(world, 'fine after three seconds');
    expect(await stopped(world)).toBeLessThan(stopsWithinMs);
    await world.machine.start();
    await isDoneOnce(world, id);
    expect((await viewOf(world, id)).attempts).toBe(1);
    expect(world.target.calls.map(({ epoch }) => epoch)).toEqual([1]);
  });
}, 60_000);

test('a run that does not end is cut off in time, and taken over by the next process with one effect', async () => {
  await inOneMachine({ variables }, async (world) => {
    await world.machine.start();
    const ids = [await running(world, 'hang after the effect'), await running(world, 'hang before the effect')];
    expect(await stopped(world)).toBeLessThan(stopsWithinMs);
    const callsBefore = world.target.calls.length;
    await world.machine.start();
    for (const id of ids) await isDoneOnce(world, id);
    expect(callsBefore).toBe(ids.length);
    await atRest(world);
  });
}, 60_000);

test('nothing new is begun while it stops', async () => {
  await inOneMachine({ variables }, async (world) => {
    const { machine, phone, target } = world;
    await machine.start();
    await running(world, 'fine after three seconds');
    const waiting = await Promise.all(Array.from({ length: 10 }, () => wished(world, wishFor('todo'))));
    const asks = await Promise.all(waiting.map((id) => asked(world, id)));
    const end = stopped(world);
    const isReady = () =>
      fetch(`${machine.agent.url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    await until('the stop to be heard', async () => !(await isReady()) || null);
    for (const ask of asks) phone.tap(ask, 'Approve');
    expect(await end).toBeLessThan(stopsWithinMs);
    expect(target.calls).toHaveLength(1);
    await machine.start();
    for (const id of waiting) await isDoneOnce(world, id);
  });
}, 60_000);
