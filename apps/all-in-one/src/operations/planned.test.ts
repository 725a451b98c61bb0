import { setTimeout } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { inOperationsWorld } from './testing/operations-world.ts';
import { outcomeOn } from './testing/outcome.ts';
import { effectsOn } from './testing/wishes.ts';

const leaseMs = 3_600;
const soonMs = 2_000;

test('what was planned for a time at which the machine lay dead is done once when it stands again', async () => {
  const outcome = await inOperationsWorld({ leaseMs }, async (world) => {
    const { machine, standIns } = world;
    await machine.start();
    await world.connect();
    expect(await world.perform('slack', { run_at: new Date(Date.now() + soonMs).toISOString() })).toBe(202);
    await machine.kill();
    await setTimeout(soonMs);
    expect(effectsOn('slack', standIns.slack)).toBe(0);
    await machine.start();
    return outcomeOn(world, 'slack');
  });
  expect(outcome).toEqual({ status: 'executed', effects: 1, told: ['executed'], isNoticed: false });
}, 120_000);
