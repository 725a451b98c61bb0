import { describe, expect, test } from '@jest/globals';
import { thingsCollection } from '../contract/store-under-test.ts';
import { testClock, testLog } from '../contract/test-doubles.ts';
import { describeStore } from '../store.contract.ts';
import { createMemoryStore } from './create-memory-store.ts';

describeStore('the store in memory', async () => {
  const clock = testClock();
  const { log, warnings } = testLog();
  const store = createMemoryStore({ clock, log });
  return { store, now: clock.now, clockToleranceMs: 0, warnings, reopen: null };
});

describe('expired documents in memory', () => {
  test('are deleted on demand, at most so many at a time', async () => {
    const clock = testClock();
    const store = createMemoryStore({ clock });
    const things = thingsCollection({ expiresAtField: 'expiresAt' });
    for (let at = 0; at < 5; at++) {
      const data = { expiresAt: clock.now() + (at < 3 ? 10 : 20) };
      await store.commit([{ kind: 'create', collection: things, id: `d${at}`, data }]);
    }
    expect(await store.purgeExpired(10)).toBe(0);
    clock.advance(10);
    expect(await store.purgeExpired(2)).toBe(2);
    expect(await store.purgeExpired(2)).toBe(1);
    clock.advance(10);
    expect(await store.purgeExpired(100)).toBe(2);
  });
});
