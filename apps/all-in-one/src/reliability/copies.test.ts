import { expect, test } from '@jest/globals';
import { openOneMachine } from './testing/harness/one-machine/open-one-machine.ts';
import { deliveredOften, deliveredOnce } from './testing/techniques/copies.ts';

test('webhooks that come five times, late and out of order leave behind what they leave behind when they come once', async () => {
  const [once, often] = await Promise.all([
    deliveredOnce(openOneMachine, 'copies'),
    deliveredOften(openOneMachine, 'copies', { times: 5, spreadMs: 2_000, seed: 1 }),
  ]);
  expect(often).toEqual(once);
  expect(Object.keys(once.actions).length).toBeGreaterThan(8);
}, 60_000);
