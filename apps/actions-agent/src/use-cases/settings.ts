import { defaultPolicy, type LifecyclePolicy } from '../domain/context.ts';

/** What an operator may choose; every time in milliseconds. */
export interface Settings {
  readonly policy: LifecyclePolicy;
  /** Signs the buttons of asks. */
  readonly buttonSecret: string;
  /** Where people see their actions, for links in messages. */
  readonly webAppUrl: string;
  /** First pause before a retry; it doubles with each attempt, with full jitter. */
  readonly retryBaseMs: number;
  readonly retryMaxMs: number;
  readonly sweepMs: number;
  /** The most actions that one sweep looks at. */
  readonly sweepBatch: number;
  /** How long a mark that something was told may wait for another write to ride on; 0: it is written at once. */
  readonly markDelayMs: number;
  /** The same for what became of a message; as long as that waits, it is not acknowledged. */
  readonly heardDelayMs: number;
  /** A run that takes longer is confirmed to the person before it ends. */
  readonly confirmAfterMs: number;
  /** How long a caller of `execute` waits for the end. */
  readonly executeWaitMs: number;
  /** Whether work may go on after the answer was sent (not on Cloud Run, where the processor is taken away). */
  readonly worksAfterAnswer: boolean;
}

export const defaultSettings: Omit<Settings, 'buttonSecret' | 'webAppUrl'> = {
  policy: defaultPolicy,
  retryBaseMs: 5_000,
  retryMaxMs: 15 * 60_000,
  sweepMs: 60_000,
  sweepBatch: 200,
  markDelayMs: 0,
  heardDelayMs: 0,
  confirmAfterMs: 2_000,
  executeWaitMs: 25_000,
  worksAfterAnswer: false,
};
