import { existsSync, readFileSync } from 'node:fs';

/** What Linux knows of a process: nothing that is measured has to be trusted about itself. */
export const canBeMeasured = (): boolean => existsSync('/proc/self/smaps_rollup');

/** The kernel's unit for times in /proc, which is the same on all of today's machines. */
const ticksPerSecond = 100;

/** User and system time so far, in milliseconds. */
export function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the program stands in parentheses and may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}

/** Memory of this process in MiB, pages that it shares with others divided among them. */
export function memoryMiB(pid: number): number {
  const kib = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
  return Number(kib) / 1024;
}
