import type { Service } from '@intexuraos/http-server';
import type { Platform } from '@intexuraos/platform';
import { createItems } from './adapters/documents/items.ts';
import { createPageReader } from './adapters/page-reader/page-reader.ts';
import type { WorkspaceConfig } from './config.ts';
import { createWorkspace } from './service.ts';

export function composeWorkspace(
  config: WorkspaceConfig,
  { store, clock }: Pick<Platform, 'store' | 'clock'>,
): Service {
  return createWorkspace({
    items: createItems(store),
    pages: createPageReader({ allowedOrigins: config.allowedOrigins }),
    webAppUrl: config.webAppUrl,
    clock,
    ping: () => store.ping(),
  });
}
