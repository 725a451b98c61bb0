import type { Service } from '@intexuraos/http-server';
import { endpoints } from './endpoints/index.ts';
import type { ActionEnginePorts } from './ports.ts';
import { importDefaults } from './use-cases/import-defaults.ts';

export interface ActionEngine extends Service {
  /** See `use-cases/import-defaults.ts`: for the first person of one machine. */
  importDefaults(userId: string): Promise<void>;
}

export function createActionEngine(ports: ActionEnginePorts): ActionEngine {
  return {
    name: 'action-engine',
    routes: endpoints.map((endpoint) => endpoint(ports)),
    importDefaults: (userId) => importDefaults(ports, userId, ports.defaultAccounts),
    ready: () => ports.ping(),
    drain: () => ports.background.stop(),
  };
}
