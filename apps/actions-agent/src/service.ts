import { createCounter, type Service } from '@intexuraos/http-server';
import { endpoints } from './endpoints/index.ts';
import type { Ports } from './ports.ts';
import { createUseCases } from './use-cases/actions-agent.ts';
import type { Settings } from './use-cases/settings.ts';

/** The time a run gets to end by itself when the service stops. */
const drainGraceMs = 7_000;

/** Human-approved actions: their lifecycle, the questions, the answers, and the one run of each. */
export function createActionsAgent(ports: Omit<Ports, 'meter'>, settings: Settings): Service {
  const completed = createCounter('actions_completed_total', 'Actions that were carried out.');
  const app = createUseCases({ ...ports, meter: { actionCompleted: () => completed.increment() } }, settings);
  return {
    name: 'actions-agent',
    routes: endpoints.map((endpoint) => endpoint(app)),
    metrics: [completed],
    ready: ports.ready,
    drain: () => app.drain(drainGraceMs),
  };
}
