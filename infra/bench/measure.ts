/** What the figure should be. */
export interface Target {
  readonly better: 'more' | 'less';
  /** What has to be reached; the goal unless said. */
  readonly atLeast?: number;
  readonly goal: number;
}

/** One thing that was measured, once in each repetition. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly number[];
  readonly target?: Target;
}

/** Things that were counted one by one, by name. */
export interface NamedList {
  readonly name: string;
  readonly items: readonly string[];
}

export interface Table {
  readonly title: string;
  /** How it was measured, in two or three sentences. */
  readonly how: string;
  readonly figures: readonly Figure[];
  readonly lists?: readonly NamedList[];
}

/** One part of the benchmark. Targets are ratios within one run: a machine's absolute figures drift from hour to hour. */
export interface Measure {
  /** As it is called on the command line. */
  readonly name: string;
  /** Resolves to what it found, or to why it cannot be measured here. `say` tells a waiting person how far it is. */
  run(say: (line: string) => void): Promise<Table | { readonly missing: string }>;
}
