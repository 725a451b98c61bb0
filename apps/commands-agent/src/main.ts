import { runService } from '@intexuraos/http-server';
import { cloudProgram } from '@intexuraos/platform/cloud';
import { composeCommandsAgent, publishes } from './compose.ts';
import { readCommandsAgentConfig } from './config.ts';

await runService(
  cloudProgram({
    name: 'commands-agent',
    publishes,
    readConfig: readCommandsAgentConfig,
    compose: composeCommandsAgent,
  }),
);
