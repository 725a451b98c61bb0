import { describe, expect, test } from '@jest/globals';
import { hasEmulators } from '../reliability/testing/harness/cloud/emulators.ts';
import { openCloud } from '../reliability/testing/harness/cloud/open-cloud.ts';
import { openOneMachine } from '../reliability/testing/harness/one-machine/open-one-machine.ts';
import type { OpenWorld } from '../reliability/testing/harness/world.ts';
import { deliveredOften, deliveredOnce, type Outcome } from '../reliability/testing/techniques/copies.ts';

const describeInCloud = (await hasEmulators()) ? describe : describe.skip;

/** Every message five times at once, each copy late, and now and then once more when everything is over. */
const faults = { copies: 5, delayUpToMs: 150, shuffle: true, afterAck: { probability: 0.3, delayUpToMs: 2_000 } };

/** So many copies keep two processors busy: a run that is only slow is not to count as lost. */
const variables = { INTEXURAOS_LEASE_MS: '30000' };
const openFaultyCloud: OpenWorld = (options) => openCloud({ ...options, faults, variables });

/** A slow run is confirmed, and a copy that comes meanwhile is told so; on one machine nothing runs long enough. */
const withoutWhatOnlyLateCopiesHear = (outcome: Outcome): Outcome => ({
  ...outcome,
  messages: outcome.messages.filter((message) => !/^confirm: (Approved: |It is being done right now)/.test(message)),
});

describeInCloud('messages of Pub/Sub and of WhatsApp', () => {
  test('that come five times, late and out of order leave behind what they leave behind on one machine, once each', async () => {
    const [once, often] = await Promise.all([
      deliveredOnce(openOneMachine, 'copies'),
      deliveredOften(openFaultyCloud, 'copies', { times: 5, spreadMs: 500, seed: 1 }),
    ]);
    expect(withoutWhatOnlyLateCopiesHear(often)).toEqual(withoutWhatOnlyLateCopiesHear(once));
    expect(Object.keys(once.actions).length).toBeGreaterThan(8);
  }, 300_000);
});
