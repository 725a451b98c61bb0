import type { Service } from '@intexuraos/http-server';
import { endpoints } from './endpoints/index.ts';
import type { Ports } from './ports.ts';

/** Turns messages into typed wishes, and has actions-agent ask about them. */
export function createCommandsAgent(ports: Ports): Service {
  return {
    name: 'commands-agent',
    routes: endpoints.map((endpoint) => endpoint(ports)),
    ready: () => ports.ready(),
    drain: async () => undefined,
  };
}
