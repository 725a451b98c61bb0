const steps = [1, 2, 4];

/** The end of an axis from 0 on that has room for `max`: 1, 2 or 4 times a power of ten, so that its half is whole too. */
export function axisEnd(max: number): number {
  if (max <= 2) return 2;
  const power = 10 ** Math.floor(Math.log10(max));
  return (steps.find((step) => step * power >= max) ?? 10) * power;
}

const longestMs = 86_400_000;

/** Marks of the axis of durations, each about a magnitude after the one before. */
const durationMarksMs = [10, 100, 1_000, 10_000, 60_000, 600_000, 3_600_000, longestMs] as const;

export interface DurationAxis {
  readonly marks: readonly number[];
  /** From 0, the shortest, to 1. */
  position(ms: number): number;
}

/** Logarithmic: what is ten times as long stands one step higher. It begins and ends at the marks around what is shown. */
export function durationAxis(shownMs: readonly number[]): DurationAxis {
  const from = durationMarksMs.slice(0, -1).findLast((mark) => mark <= Math.min(...shownMs)) ?? durationMarksMs[0];
  const to = durationMarksMs.find((mark) => mark >= Math.max(...shownMs) && mark > from) ?? longestMs;
  const span = Math.log(to / from);
  return {
    marks: durationMarksMs.filter((mark) => mark >= from && mark <= to),
    position: (ms) => Math.min(1, Math.max(0, Math.log(Math.max(ms, 1) / from) / span)),
  };
}
