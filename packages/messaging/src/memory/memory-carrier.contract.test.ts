import { createManualClock } from '@intexuraos/testing';
import { contractSettings, describeCarrier } from '../messaging.contract.ts';
import { createMemoryCarrier } from './memory-carrier.ts';

const features = { pauses: false, concurrent: false, durable: false };

describeCarrier('the memory carrier', features, async () => {
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
