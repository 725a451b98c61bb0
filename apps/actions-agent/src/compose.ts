import { topics } from '@intexuraos/contracts';
import type { Service } from '@intexuraos/http-server';
import { createNeighbours } from '@intexuraos/internal-clients';
import { createLanguageModels, createLocales } from '@intexuraos/people';
import { deadLetterRoutes, type Platform } from '@intexuraos/platform';
import { createRecordCorrection } from './adapters/commands-agent/record-correction.ts';
import { createActionCollection } from './adapters/documents/action-collection.ts';
import { createAskLists, createExplanations, createReplyMeanings } from './adapters/documents/conversation.ts';
import { createFigureBook } from './adapters/documents/figures.ts';
import { createApprovalMessages, createQuota, createSweeperLease } from './adapters/documents/records.ts';
import { createRuleUses } from './adapters/documents/rule-uses.ts';
import { createIntentClassifier } from './adapters/intent-classifier/classify.ts';
import { createEditProposer } from './adapters/intent-classifier/propose-edit.ts';
import { createApprovalRules } from './adapters/user-service/approval-rules.ts';
import type { ActionsAgentConfig } from './config.ts';
import { createActionsAgent } from './service.ts';

/** Every topic that this service publishes to: what it says itself, and what an operator has it send again. */
export const publishes = topics;

/** The one file of this app that names technology. */
export function composeActionsAgent(config: ActionsAgentConfig, platform: Platform): Service {
  const { store, publisher, clock, random, log, identityToken } = platform;
  const neighbours = createNeighbours({ ...config.neighbours, ...(identityToken && { identityToken }), clock });
  const localeOf = createLocales(neighbours.connect, clock);
  const { loopbackAllowed } = config;
  const languageModelOf = createLanguageModels(neighbours.connect, { clock, log, loopbackAllowed });
  const service = createActionsAgent(
    {
      actions: createActionCollection(store, clock, platform.commitAndPublish),
      approvalMessages: createApprovalMessages(store),
      askLists: createAskLists(store),
      replyMeanings: createReplyMeanings(store, clock),
      explanations: createExplanations(store, clock),
      sweeperLease: createSweeperLease(store, clock),
      quota: createQuota(store, clock, config.quotas),
      figures: createFigureBook(store),
      publisher,
      connect: neighbours.connect,
      people: { localeOf: async (userId) => (await localeOf(userId)) ?? { timeZone: 'UTC', language: 'en' } },
      approvalRules: createApprovalRules(neighbours.connect, { clock, log }),
      ruleUses: createRuleUses(store, clock),
      classifyIntent: createIntentClassifier({ languageModelOf, log }),
      proposeEdit: createEditProposer({ languageModelOf, log }),
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
  return { ...service, routes: [...service.routes, ...deadLetterRoutes(platform)], drain };
}
