import { setTimeout } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { sweepIn } from './testing/harness/api.ts';
import { asked, reached, wished } from './testing/harness/life.ts';
import { inOneMachine } from './testing/harness/one-machine/open-one-machine.ts';
import { wishFor } from './testing/harness/wishes.ts';

const sweeps = 10;
const lost = 60;
const leaseMs = 300;
/** The machine's own first sweep has nothing to do, and its next one is far away. */
const variables = { INTEXURAOS_SWEEP_MS: '600000', INTEXURAOS_LEASE_MS: String(leaseMs) };

test('of ten sweeps at once one works and nine are told that they may skip it', async () => {
  await inOneMachine({ variables }, async (world) => {
    const { machine, api, phone, target } = world;
    await machine.start();
    target.usually('hang before the effect');
    const ids = await Promise.all(Array.from({ length: lost }, () => wished(world, wishFor('todo'))));
    for (const id of ids) phone.tap(await asked(world, id), 'Approve');
    for (const id of ids) await reached(world, id, 'processing');
    await setTimeout(leaseMs);
    target.usually('fine');
    const answers = await Promise.all(Array.from({ length: sweeps }, () => api.sweep()));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: sweeps }, () => 200));
    const reports = answers.map(sweepIn);
    expect(reports.filter((report) => report?.skipped)).toHaveLength(sweeps - 1);
    expect(reports.reduce((sum, report) => sum + (report?.takenBack ?? 0), 0)).toBe(lost);
  });
}, 60_000);
