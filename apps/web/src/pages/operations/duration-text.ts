const steps = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
  { unit: 'second', ms: 1_000 },
] as const;
const finest = { unit: 'millisecond', ms: 1 } as const;

/** "350ms", "2.4s", "12m": about as exact as it is known. */
export function durationText(ms: number): string {
  const step = steps.find((each) => ms >= each.ms) ?? finest;
  const amount = ms / step.ms;
  const digits = amount < 10 && step !== finest ? 1 : 0;
  const options = { style: 'unit', unit: step.unit, unitDisplay: 'narrow', maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(undefined, options).format(amount);
}
