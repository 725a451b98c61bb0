import { describe, expect, test } from '@jest/globals';
import { hasEmulators } from '../reliability/testing/harness/cloud/emulators.ts';
import { openCloud } from '../reliability/testing/harness/cloud/open-cloud.ts';
import { openOneMachine } from '../reliability/testing/harness/one-machine/open-one-machine.ts';
import type { OpenWorld } from '../reliability/testing/harness/world.ts';
import { deliveredOften, deliveredOnce, type Outcome } from '../reliability/testing/techniques/copies.ts';

const describeInCloud = (await hasEmulators()) ? describe : describe.skip;

/** Every message five times at once, each copy late, and now and then once more when everything is over. */
const faults = { copies: 5, delayUpToMs: 150, shuffle: true, afterAck: { probability: 0.3, delayUpToMs: 2_000 } };

const openFaultyCloud: OpenWorld = (options) => openCloud({ ...options, faults });

/** A run that takes more than two seconds is confirmed before its end: with so much to do some may. */
const withoutConfirmations = (outcome: Outcome): Outcome => ({
  ...outcome,
  messages: outcome.messages.filter((message) => !message.startsWith('confirm: Approved: ')),
});

describeInCloud('messages of Pub/Sub and of WhatsApp', () => {
  test('that come five times, late and out of order leave behind what they leave behind on one machine, once each', async () => {
    const [once, often] = await Promise.all([
      deliveredOnce(openOneMachine, 'copies'),
      deliveredOften(openFaultyCloud, 'copies', { times: 5, spreadMs: 500, seed: 1 }),
    ]);
    expect(withoutConfirmations(often)).toEqual(withoutConfirmations(once));
    expect(Object.keys(once.actions).length).toBeGreaterThan(8);
  }, 300_000);
});
