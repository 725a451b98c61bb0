import { AppError } from './app-error.ts';

const triesMax = 5;

/**
 * Reads, changes and writes, and again when somebody wrote in between: `attempt` resolves to null then. Throws CONFLICT
 * when that never ends; `what` names the thing that is changed.
 */
export async function untilKept<Kept>(what: string, attempt: () => Promise<Kept | null>): Promise<Kept> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const kept = await attempt();
    if (kept !== null) return kept;
  }
  throw new AppError('CONFLICT', `Somebody else is changing the same ${what}; try again`);
}
