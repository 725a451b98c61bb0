import { afterEach, beforeEach, describe } from '@jest/globals';
import { describeCommits } from './contract/commits.ts';
import { describeDocuments } from './contract/documents.ts';
import { describeLifetime } from './contract/lifetime.ts';
import { describePages } from './contract/pages.ts';
import { describeQueries } from './contract/queries.ts';
import type { StoreUnderTest } from './contract/store-under-test.ts';

export type { StoreUnderTest } from './contract/store-under-test.ts';

/** What every implementation of the Store port promises. `open` is called for each test, and the store is closed after it. */
export function describeStore(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`${name}`, () => {
    let current: StoreUnderTest | undefined;
    beforeEach(async () => {
      current = await open();
    });
    afterEach(async () => {
      await current?.store.close();
    });

    const subject = (): StoreUnderTest => {
      if (current === undefined) throw new Error('The store is opened before each test');
      return current;
    };
    for (const describePart of [describeDocuments, describeCommits, describeQueries, describePages, describeLifetime]) {
      describePart(subject);
    }
  });
}
