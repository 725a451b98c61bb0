import { createOperations } from '@intexuraos/connectors';
import type { Service } from '@intexuraos/http-server';
import type { Platform } from '@intexuraos/platform';
import { createPublicAgents } from '@intexuraos/public-web';
import { createPerformances } from './adapters/documents/performances.ts';
import type { ActionEngineConfig } from './config.ts';
import { createActionEngine } from './service.ts';

/** The one file of this app that names technology. */
export function composeActionEngine(config: ActionEngineConfig, { store, clock, random, log }: Platform): Service {
  const { apiUrls, simulated } = config;
  const agents = createPublicAgents(config);
  const service = createActionEngine({
    performances: createPerformances(store),
    connections: { list: async () => [], get: async () => null },
    accounts: { find: async () => null },
    operations: createOperations({ agents, apiUrls, clock, random }),
    simulated,
    clock,
    random,
    log,
    ping: () => store.ping(),
  });
  const drain = async () => {
    await service.drain();
    await agents.close();
  };
  return { ...service, drain };
}
