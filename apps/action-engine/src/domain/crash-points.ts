/** Around every write and every word to somebody else, in the order in which an operation passes them. */
export const crashPointNames = [
  'before-begin',
  'before-operation',
  'after-operation',
  'after-end',
  'before-notice',
  'after-notice',
  'before-callback',
  'after-callback',
] as const;
export type CrashPointName = (typeof crashPointNames)[number];

/** Named places where a test may end the process, to see that nothing is lost or done twice. Does nothing otherwise. */
export type CrashPoint = (name: CrashPointName) => void;
