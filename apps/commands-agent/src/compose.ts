import { whatsappMessageSend } from '@intexuraos/contracts';
import type { Service } from '@intexuraos/http-server';
import { createNeighbours } from '@intexuraos/internal-clients';
import { createLanguageModels, createLocales } from '@intexuraos/people';
import type { Platform } from '@intexuraos/platform';
import { readWhen } from '@intexuraos/spoken-time';
import { createRequestAction } from './adapters/actions-agent/request-action.ts';
import { createAskModel } from './adapters/command-classifier/ask-model.ts';
import { createCommands } from './adapters/documents/commands.ts';
import { createCorrections } from './adapters/documents/corrections.ts';
import type { CommandsAgentConfig } from './config.ts';
import { createCommandsAgent } from './service.ts';

type Foundations = Pick<Platform, 'store' | 'publisher' | 'clock' | 'log' | 'identityToken' | 'crashPoint'>;

/** Every topic that this service publishes to. */
export const publishes = [whatsappMessageSend] as const;

/** The one file of this app that names technology. */
export function composeCommandsAgent(config: CommandsAgentConfig, platform: Foundations): Service {
  const { store, publisher, clock, log, identityToken } = platform;
  const { loopbackAllowed } = config;
  const neighbours = createNeighbours({ ...config.neighbours, ...(identityToken && { identityToken }), clock });
  const languageModelOf = createLanguageModels(neighbours.connect, { clock, log, loopbackAllowed });
  const service = createCommandsAgent({
    commands: createCommands(store),
    corrections: createCorrections(store),
    requestAction: createRequestAction(neighbours.connect),
    localeOf: createLocales(neighbours.connect, clock),
    readTimes: readWhen,
    askModel: createAskModel({ languageModelOf, log }),
    publisher,
    crashPoint: platform.crashPoint(config.crashAt),
    ready: () => store.ping(),
    clock,
    log,
  });
  const drain = async () => {
    await service.drain();
    await neighbours.close();
  };
  return { ...service, drain };
}
