export { callJson, type JsonReply } from './call-json.ts';
export { type Emulator, emulatorOrSkip, firestoreEmulator, pubsubEmulator } from './emulators.ts';
export { closed, freePort, listening, listeningPort } from './loopback.ts';
export { createManualClock, type ManualClock } from './manual-clock.ts';
export { processorMs } from './processor-ms.ts';
export {
  createPushForwarder,
  type FaultPlan,
  type ForwardedDeadLetter,
  type Push,
  type PushForwarder,
  type PushForwarderOptions,
} from './push-forwarder.ts';
export type { PushOidc, PushTarget } from './push-sender.ts';
export { createRecordingLogger, type LogEntry, type RecordingLogger } from './recording-logger.ts';
export { createSeededRandom } from './seeded-random.ts';
export { skipLoudly } from './skip-loudly.ts';
export { spawnService } from './spawn-service.ts';
export { createTokenIssuer, type TokenClaims, type TokenIssuer } from './token-issuer.ts';
