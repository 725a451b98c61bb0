import { expect, test } from '@jest/globals';
import type { Operation } from '../connector.ts';
import { slack } from '../slack/index.ts';
import { serveSlack } from '../slack/testing/stand-in.ts';
import { runRandomFaults } from './random-faults.ts';

/** An operation that claims to be safe to repeat, and is not. */
const lying = (operation: Operation): Operation => ({
  ...operation,
  bind(payload) {
    const read = operation.bind(payload);
    return 'problems' in read ? read : { bound: { ...read.bound, repeatable: true } };
  },
});

test('the judge of random faults finds an operation that is done twice', async () => {
  const { post_message: honest } = slack.operations;
  if (!honest) throw new Error('Slack has no such operation');
  const given = {
    connector: { ...slack, operations: { post_message: lying(honest) } },
    serve: () => serveSlack(),
    credentials: () => ({ accessToken: 'canary-slack-token' }),
    samples: { post_message: { input: { channel: 'C1', text: 'Lunch is at noon' }, bad: {} } },
  };
  const { runs, broken } = await runRandomFaults(given, 'post_message', { runs: 20, seed: 1 });
  expect(runs).toBe(20);
  expect(broken.join('\n')).toMatch(/it was done \d times \(seed \d+/);
});
