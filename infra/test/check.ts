/** What came of one check. A check that is not a test suite counts as one. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Failures in full, and whatever a person must know although nothing failed; empty when there is nothing to say. */
  readonly details: string;
}

/** One thing that `npm test` looks at. */
export interface Check {
  readonly name: string;
  /** Never throws for what it found, only when it could not look. */
  run(): Promise<Outcome>;
}

export const passed = (details = ''): Outcome => ({ passed: 1, failed: 0, skipped: 0, details });
export const failed = (details: string): Outcome => ({ passed: 0, failed: 1, skipped: 0, details });
