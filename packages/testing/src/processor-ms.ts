/**
 * Processor time that `work` took in this process, milliseconds: what else the machine does hardly counts. For tests
 * that tell work in proportion to its input from work that explodes, with a bound far from both.
 */
export function processorMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
