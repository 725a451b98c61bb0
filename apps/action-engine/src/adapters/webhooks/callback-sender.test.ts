import { systemClock } from '@intexuraos/kernel';
import { createGuardedLookup, createPublicAgents, type Resolve } from '@intexuraos/public-web';
import { afterAll, expect, test } from '@jest/globals';
import { createCallbackSender } from './callback-sender.ts';

/** A name that led to a public address when the callback was asked for, and leads inside when it is called. */
const rebound: Resolve = (_host, _options, callback) => callback(null, [{ address: '10.0.0.7', family: 4 }]);
const agents = createPublicAgents({ loopbackAllowed: false, lookup: createGuardedLookup(rebound) });
const sender = createCallbackSender({
  agents,
  secret: 'a secret of these tests',
  clock: systemClock,
  deadlineMs: 5_000,
});
afterAll(() => agents.close());

test.each([
  'http://hooks.example.com/',
  'https://169.254.169.254/latest/meta-data/',
  'https://0x7f000001/',
  'https://2130706433/',
  'https://[::ffff:10.0.0.1]/',
  'https://metadata.google.internal/',
  'https://localhost/',
  'https://user@hooks.example.com/',
  'https://hooks.example.com:22/',
  'file:///etc/passwd',
  'hooks',
])('D51: %s is refused when it is asked for', (url) => {
  expect(sender.problemOf(url)).toEqual(expect.any(String));
});

test('D51: a name that leads into a private network when it is called is not called, and the reason says so', async () => {
  const url = 'https://hooks.example.com/done';
  expect(sender.problemOf(url)).toBeNull();
  expect(await sender.send({ url, userId: 'anna', id: 'p-1', body: '{}' })).toMatch(
    /^SSRF_BLOCKED: hooks\.example\.com/,
  );
});
