export { createCrashPoint } from './crash-point.ts';
export { deadLetters, keepDeadLetter } from './dead-letters.ts';
export type { Pace, Platform } from './platform.ts';
