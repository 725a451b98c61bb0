import { runService } from '@intexuraos/http-server';
import { cloudProgram } from '@intexuraos/platform/cloud';
import { composeActionEngine, publishes } from './compose.ts';
import { readActionEngineConfig } from './config.ts';

await runService(
  cloudProgram({
    name: 'action-engine',
    publishes,
    readConfig: readActionEngineConfig,
    compose: composeActionEngine,
  }),
);
