import { beforeEach, expect } from '@jest/globals';

/** A test that checks nothing cannot fail, so it fails. Runs before each test of every package. */
beforeEach(() => expect.hasAssertions());
