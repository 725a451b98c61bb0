import { describePurging } from '../contract/purging.ts';
import { testClock, testLog } from '../contract/test-doubles.ts';
import { describeStore } from '../store.contract.ts';
import { createMemoryStore } from './create-memory-store.ts';

describeStore('the store in memory', async () => {
  const clock = testClock();
  const { log, warnings } = testLog();
  const store = createMemoryStore({ clock, log });
  return { store, now: clock.now, clockToleranceMs: 0, warnings, reopen: null };
});

describePurging('the store in memory', createMemoryStore);
