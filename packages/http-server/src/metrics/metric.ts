export type Labels = Readonly<Record<string, string>>;

/** One family of figures in Prometheus' text format 0.0.4. */
export interface Metric {
  /** Lower-case with underscores; a counter ends in `_total`. */
  readonly name: string;
  readonly help: string;
  readonly kind: 'counter' | 'gauge' | 'histogram';
  samples(): Iterable<Sample>;
}

export interface Sample {
  /** Appended to the family's name: `_bucket`, `_sum`, `_count`. */
  readonly suffix?: string;
  readonly labels: Labels;
  readonly value: number;
}
