import type { Service } from '@intexuraos/http-server';
import { endpoints } from './endpoints/index.ts';
import type { ActionEnginePorts } from './ports.ts';

export function createActionEngine(ports: ActionEnginePorts): Service {
  return {
    name: 'action-engine',
    routes: endpoints.map((endpoint) => endpoint(ports)),
    ready: () => ports.ping(),
    drain: () => ports.background.stop(),
  };
}
