import { createManualClock } from '@intexuraos/testing';
import { describe, expect, test } from '@jest/globals';
import { secrets, startToyServer } from '../testing/start-toy-server.ts';
import { addressKey } from './address-key.ts';
import { createQuota } from './quota.ts';
import { RateLimiter } from './rate-limiter.ts';

describe('a rate', () => {
  const perMinute = () => {
    const clock = createManualClock(1_000_000);
    return { clock, limiter: new RateLimiter({ count: 6, windowMs: 60_000 }, clock) };
  };
  const takeAll = (limiter: RateLimiter, key = 'a') => Array.from({ length: 6 }, () => limiter.take(key));

  test('may be used in one burst, and then says how long to wait', () => {
    const { limiter } = perMinute();
    expect(takeAll(limiter)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(limiter.take('a')).toBe(10_000);
    expect(limiter.take('b')).toBe(0);
  });
  test('a refused try costs nothing', () => {
    const { limiter, clock } = perMinute();
    takeAll(limiter);
    for (let at = 0; at < 100; at += 1) limiter.take('a');
    clock.jump(10_000);
    expect([limiter.take('a'), limiter.take('a')]).toEqual([0, 10_000]);
  });
  test('in any window no more than twice the count gets through, in the long run the rate', () => {
    const { limiter, clock } = perMinute();
    let through = 0;
    for (let second = 0; second < 600; second += 1) {
      if (limiter.take('a') === 0) through += 1;
      clock.jump(1_000);
    }
    expect(through).toBeGreaterThanOrEqual(60);
    expect(through).toBeLessThanOrEqual(66);
  });
  test('keys that are paid for are forgotten', () => {
    const { limiter, clock } = perMinute();
    for (let at = 0; at < 100_000; at += 1) limiter.take(`k${at}`);
    clock.jump(60_000);
    expect(limiter.take('new')).toBe(0);
    expect(takeAll(limiter, 'k1')).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

test('a name without a rate is not limited', async () => {
  const quota = createQuota({ ask: { count: 1, windowMs: 1_000 } }, createManualClock(0));
  expect(await quota.take('anna', 'other')).toEqual({ allowed: true, retryAfterSeconds: 0 });
  expect(await quota.take('anna', 'ask')).toEqual({ allowed: true, retryAfterSeconds: 0 });
  expect(await quota.take('anna', 'ask')).toEqual({ allowed: false, retryAfterSeconds: 1 });
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:db8::6', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s counts as %s', (address, key) => expect(addressKey(address)).toBe(key));

test('an address is taken from X-Forwarded-For only as far as proxies are trusted', async () => {
  const statuses = async (trustedProxies: number) => {
    const server = await startToyServer({ failuresPerMinute: 1, trustedProxies });
    const ask = (from: string) => server.call({ path: '/toys', headers: { 'x-forwarded-for': from } });
    const replies = [await ask('203.0.113.1'), await ask('203.0.113.2'), await ask('evil, 203.0.113.2')];
    await server.close();
    return replies.map(({ status }) => status);
  };
  expect(await statuses(0)).toEqual([401, 429, 429]);
  expect(await statuses(1)).toEqual([401, 401, 429]);
});

test('services are not limited by address', async () => {
  const server = await startToyServer({ failuresPerMinute: 1 });
  const ask = (secret: string) => server.call({ path: '/internal/toys', headers: { 'x-internal-auth': secret } });
  const replies = [await ask('wrong'), await ask('wrong'), await ask('wrong'), await ask(secrets.current)];
  expect(replies.map(({ status }) => status)).toEqual([401, 401, 401, 200]);
  await server.close();
});
