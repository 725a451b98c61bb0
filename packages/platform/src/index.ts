export { type Background, type BackgroundSettings, createBackground } from './background.ts';
export { createCrashPoint } from './crash-point.ts';
export { deadLetters } from './dead-letters/collection.ts';
export { keepDeadLetter } from './dead-letters/keep.ts';
export { deadLetterRoutes } from './dead-letters/routes.ts';
export { type MasterKeys, MasterKeyVariables, openVault, readMasterKeys } from './master-keys.ts';
export type { CommitAndPublish, Pace, Platform } from './platform.ts';
