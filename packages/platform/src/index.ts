export { createCrashPoint } from './crash-point.ts';
export type { Pace, Platform } from './platform.ts';
