export { type Emulator, emulatorOrSkip, firestoreEmulator, pubsubEmulator } from './emulators.ts';
export { createManualClock, type ManualClock } from './manual-clock.ts';
export { createRecordingLogger, type LogEntry, type RecordingLogger } from './recording-logger.ts';
export { createSeededRandom } from './seeded-random.ts';
