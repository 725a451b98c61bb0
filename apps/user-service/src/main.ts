import { runService } from '@intexuraos/http-server';
import { cloudProgram } from '@intexuraos/platform/cloud';
import { composeUserService } from './compose.ts';
import { readUserServiceConfig } from './config.ts';

await runService(
  cloudProgram({
    name: 'user-service',
    publishes: [],
    readConfig: readUserServiceConfig,
    compose: composeUserService,
  }),
);
