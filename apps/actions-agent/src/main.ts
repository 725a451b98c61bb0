import { runService } from '@intexuraos/http-server';
import { cloudProgram } from '@intexuraos/platform/cloud';
import { composeActionsAgent } from './compose.ts';
import { readActionsAgentConfig } from './config.ts';

await runService(cloudProgram({ name: 'actions-agent', readConfig: readActionsAgentConfig, compose: composeActionsAgent }));
