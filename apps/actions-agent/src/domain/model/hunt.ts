import { explore } from './explore.ts';
import { createModel, type Scenario } from './model.ts';
import type { Mutant } from './mutants.ts';

export interface Catch {
  readonly promise: string;
  readonly scenario: string;
}

/** Looks for the first promise that a mutant breaks, scenario by scenario; null when none notices. */
export function hunt(mutant: Mutant, scenarios: readonly Scenario[]): Catch | null {
  const rules = mutant.rules();
  for (const scenario of scenarios) {
    const [violation] = explore(createModel(scenario, rules), { stopsAtFirst: true }).violations;
    if (violation !== undefined) return { promise: violation.promise, scenario: scenario.title };
  }
  return null;
}
