import { cpus, totalmem, type } from 'node:os';

const gib = 2 ** 30;

/** What figures depend on, in one line. */
export function machineFacts(): string {
  const [first] = cpus();
  const model = first?.model.trim() ?? 'unknown processor';
  return `${cpus().length} cores of ${model}, ${Math.round(totalmem() / gib)} GiB, ${type()}, Node ${process.versions.node}`;
}
