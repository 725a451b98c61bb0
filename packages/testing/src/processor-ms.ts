const tries = 3;

/**
 * Processor time that `work` takes in this process, milliseconds, the least of three times: what else the machine does, and
 * that code is new, hardly counts. For tests that tell work in proportion to its input from work that explodes, with a bound
 * far from both.
 */
export function processorMs(work: () => unknown): number {
  return Math.min(...Array.from({ length: tries }, () => once(work)));
}

function once(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
