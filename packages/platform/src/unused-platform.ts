import { silentLogger, systemClock, systemRandom } from '@intexuraos/kernel';
import { createMemoryCarrier } from '@intexuraos/messaging/memory';
import { createMemoryStore } from '@intexuraos/storage/memory';
import type { Platform } from './platform.ts';

/** For services that are composed to be looked at: what they serve and consume. Nothing is ever asked of it. */
export const unusedPlatform: Platform = {
  store: createMemoryStore({ clock: systemClock }),
  publisher: createMemoryCarrier({ clock: systemClock }),
  clock: systemClock,
  random: systemRandom,
  log: silentLogger,
  pace: { worksAfterAnswer: false, markDelayMs: 0, heardDelayMs: 0 },
  crashPoint: () => () => undefined,
};
