import { actionChanged, actionCreated, whatsappMessageSend } from '@intexuraos/contracts';
import type { Service } from '@intexuraos/http-server';
import { createConnector } from '@intexuraos/internal-clients';
import { createLanguageModels, createTimeZones } from '@intexuraos/people';
import type { Platform } from '@intexuraos/platform';
import { createRecordCorrection } from './adapters/commands-agent/record-correction.ts';
import { createActionCollection } from './adapters/documents/action-collection.ts';
import {
  createApprovalMessages,
  createQuota,
  createSweeperLease,
  createUnquotedReplies,
} from './adapters/documents/records.ts';
import { createIntentClassifier } from './adapters/intent-classifier/classify.ts';
import type { ActionsAgentConfig } from './config.ts';
import { createActionsAgent } from './service.ts';

/** Every topic that this service publishes to. */
export const publishes = [actionCreated, actionChanged, whatsappMessageSend] as const;

/** The one file of this app that names technology. */
export function composeActionsAgent(config: ActionsAgentConfig, platform: Platform): Service {
  const { store, publisher, clock, random, log, identityToken } = platform;
  const neighbours = createConnector({ ...config.neighbours, ...(identityToken && { identityToken }), clock });
  const timeZoneOf = createTimeZones(neighbours.connect, clock);
  const service = createActionsAgent(
    {
      actions: createActionCollection(store, clock),
      approvalMessages: createApprovalMessages(store),
      unquotedReplies: createUnquotedReplies(store, clock),
      sweeperLease: createSweeperLease(store, clock),
      quota: createQuota(store, clock, config.quotas),
      publisher,
      connect: neighbours.connect,
      people: { timeZoneOf: async (userId) => (await timeZoneOf(userId)) ?? 'UTC' },
      classifyIntent: createIntentClassifier({
        languageModelOf: createLanguageModels(neighbours.connect, {
          clock,
          log,
          loopbackAllowed: config.loopbackAllowed,
        }),
        log,
      }),
      recordCorrection: createRecordCorrection(neighbours.connect, log),
      crashPoint: platform.crashPoint(config.crashAt),
      ready: () => store.ping(),
      clock,
      random,
      log,
    },
    { ...config.settings, ...platform.pace },
  );
  const drain = async () => {
    await service.drain();
    await neighbours.close();
  };
  return { ...service, drain };
}
