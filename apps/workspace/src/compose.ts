import type { Service } from '@intexuraos/http-server';
import { createNeighbours } from '@intexuraos/internal-clients';
import { createLanguageModels } from '@intexuraos/people';
import { createBackground, type Platform } from '@intexuraos/platform';
import { createMirrors } from './adapters/action-engine/mirrors.ts';
import { createCalendarFeeds } from './adapters/documents/calendar-feeds.ts';
import { createItems } from './adapters/documents/items.ts';
import { createMirrorSwitchboard } from './adapters/documents/mirror-switches.ts';
import { createWriteResearch } from './adapters/language-model/write-research.ts';
import { createPageReader } from './adapters/page-reader/page-reader.ts';
import type { WorkspaceConfig } from './config.ts';
import { createWorkspace } from './service.ts';

type Foundations = Pick<Platform, 'store' | 'clock' | 'random' | 'log' | 'pace' | 'identityToken'>;

/** A text is longer than an answer to a question. */
const textDeadlineMs = 60_000;

export function composeWorkspace(config: WorkspaceConfig, platform: Foundations): Service {
  const { store, clock, random, log, pace, identityToken } = platform;
  const { loopbackAllowed } = config;
  const neighbours = createNeighbours({ ...config.neighbours, ...(identityToken && { identityToken }), clock });
  const models = { clock, log, loopbackAllowed, deadlineMs: textDeadlineMs };
  const service = createWorkspace({
    items: createItems(store),
    feeds: createCalendarFeeds(store),
    pages: createPageReader({ allowedOrigins: config.allowedOrigins }),
    writeResearch: createWriteResearch(createLanguageModels(neighbours.connect, models)),
    mirrors: createMirrors(neighbours.connect),
    switchboard: createMirrorSwitchboard(store),
    errandLeaseMs: config.errandLeaseMs,
    background: createBackground({ isAllowed: pace.worksAfterAnswer, atOnceMax: 4, log }),
    webAppUrl: config.webAppUrl,
    clock,
    random,
    log,
    ping: () => store.ping(),
  });
  const drain = async () => {
    await service.drain();
    await neighbours.close();
  };
  return { ...service, drain };
}
