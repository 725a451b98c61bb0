import { describe, expect, test } from '@jest/globals';
import type { PurgingStore } from '../documents/expiry.ts';
import { created, seed, thingsCollection } from './store-under-test.ts';
import { type TestClock, testClock } from './test-doubles.ts';

/** What the stores promise that have to be told to delete what expired. */
export function describePurging(name: string, open: (options: { readonly clock: TestClock }) => PurgingStore): void {
  const things = thingsCollection({ expiresAtField: 'expiresAt' });

  describe(`${name}: purging`, () => {
    test('deletes what has expired and nothing else, at most so many at a time', async () => {
      const clock = testClock();
      const store = open({ clock });
      const ends = clock.now() + 10;
      await seed(store, things, { a: { expiresAt: ends }, b: { expiresAt: ends }, c: { expiresAt: ends + 10 } });
      await seed(store, things, { never: { expiresAt: null }, odd: { expiresAt: true }, none: {} });
      expect(await store.purgeExpired(10)).toBe(0);
      clock.advance(10);
      expect(await store.purgeExpired(1)).toBe(1);
      expect(await store.purgeExpired(10)).toBe(1);
      clock.advance(1e9);
      expect(await store.purgeExpired(10)).toBe(1);
      expect(await store.purgeExpired(10)).toBe(0);
      const left = await store.getMany(things, ['a', 'b', 'c', 'never', 'odd', 'none']);
      expect(left.map(({ id }) => id)).toEqual(['never', 'odd', 'none']);
      await store.close();
    });

    test('begins with what expired first', async () => {
      const clock = testClock();
      const store = open({ clock });
      const start = clock.now();
      await seed(store, things, {
        a: { expiresAt: start + 3 },
        c: { expiresAt: start + 2 },
        b: { expiresAt: start + 2 },
      });
      for (const left of [['a', 'c'], ['a'], []]) {
        clock.advance(10);
        await store.purgeExpired(1);
        clock.advance(-10);
        expect((await store.getMany(things, ['a', 'b', 'c'])).map(({ id }) => id)).toEqual(left);
      }
      await store.close();
    });

    test('is final: a clock that is set back brings nothing back', async () => {
      const clock = testClock();
      const store = open({ clock });
      const expected = await created(store, things, 'a', { expiresAt: clock.now() + 5 });
      clock.advance(5);
      await store.purgeExpired(1);
      clock.advance(-5);
      expect(await store.get(things, 'a')).toBeNull();
      const replace = { kind: 'replace', collection: things, id: 'a', data: {}, expected } as const;
      expect(await store.commit([replace])).toEqual({ outcome: 'conflict', index: 0 });
      await store.close();
    });
  });
}
