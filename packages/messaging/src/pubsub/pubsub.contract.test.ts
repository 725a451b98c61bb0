import { emulatorOrSkip, pubsubEmulator } from '@intexuraos/testing';
import { describe } from '@jest/globals';
import { describeCarrier } from '../messaging.contract.ts';
import { openPushedCarrier } from './pushed-carrier.fixture.ts';

const emulator = emulatorOrSkip(await pubsubEmulator());
let projects = 0;

(emulator === null ? describe.skip : describe)('with the Pub/Sub emulator', () => {
  const features = { pauses: true, concurrent: true, durable: true };
  describeCarrier('Pub/Sub, pushing to a service,', features, () => {
    projects += 1;
    return openPushedCarrier(emulator?.host ?? '', `demo-contract-${process.pid}-${projects}`);
  });
});
