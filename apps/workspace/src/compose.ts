import type { Service } from '@intexuraos/http-server';
import type { Platform } from '@intexuraos/platform';
import { createCalendarFeeds } from './adapters/documents/calendar-feeds.ts';
import { createItems } from './adapters/documents/items.ts';
import { createPageReader } from './adapters/page-reader/page-reader.ts';
import type { WorkspaceConfig } from './config.ts';
import { createWorkspace } from './service.ts';

export function composeWorkspace(
  config: WorkspaceConfig,
  { store, clock, random }: Pick<Platform, 'store' | 'clock' | 'random'>,
): Service {
  return createWorkspace({
    items: createItems(store),
    feeds: createCalendarFeeds(store),
    pages: createPageReader({ allowedOrigins: config.allowedOrigins }),
    webAppUrl: config.webAppUrl,
    clock,
    random,
    ping: () => store.ping(),
  });
}
