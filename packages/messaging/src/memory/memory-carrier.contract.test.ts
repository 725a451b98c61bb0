import { createManualClock } from '@intexuraos/testing';
import { contractSettings, describeCarrier } from '../messaging.contract.ts';
import { createMemoryCarrier } from './memory-carrier.ts';

describeCarrier('the memory carrier', { pauses: false }, async () => {
  const clock = createManualClock(0);
  const carrier = createMemoryCarrier({ clock, maxAttempts: contractSettings.maxAttempts });
  return {
    carrier,
    step: async () => {
      await clock.advance(1);
      return carrier.deliverNext();
    },
    close: () => carrier.drain(),
  };
});
