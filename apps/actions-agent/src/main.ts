import { runService } from '@intexuraos/http-server';
import { cloudProgram } from '@intexuraos/platform/cloud';
import { composeActionsAgent, publishes } from './compose.ts';
import { cloudDefaults, readActionsAgentConfig } from './config.ts';

await runService(
  cloudProgram({
    name: 'actions-agent',
    defaults: cloudDefaults,
    publishes,
    readConfig: readActionsAgentConfig,
    compose: composeActionsAgent,
  }),
);
