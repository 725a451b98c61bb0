/** Figures that a system has counted since its start. */
export interface Progress {
  readonly completed: number;
  /** Transactions that it waited for to be on the disk. */
  readonly flushes: number;
}

/**
 * What is driven through lifecycles: it asks by a call to `outside` once a life is stored, and after the approval carries
 * it out by one more. `life` is a name that both sides of it show, in square brackets.
 */
export interface System {
  readonly pid: number;
  create(life: string): Promise<void>;
  approve(life: string): Promise<void>;
  progress(): Promise<Progress>;
  stop(): Promise<void>;
}

/** What is stored and sent of each life, by both systems. */
export const titleOf = (life: string) => `[${life}] Send the quarterly letter`;
