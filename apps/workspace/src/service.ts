import type { Service } from '@intexuraos/http-server';
import { endpoints } from './endpoints/index.ts';
import type { WorkspacePorts } from './ports.ts';

export function createWorkspace(ports: WorkspacePorts): Service {
  return {
    name: 'workspace',
    routes: endpoints.map((endpoint) => endpoint(ports)),
    ready: () => ports.ping(),
    async drain() {
      await ports.background.stop();
      await ports.pages.close();
    },
  };
}
