import { runService } from '@intexuraos/http-server';
import { cloudProgram } from '@intexuraos/platform/cloud';
import { composeWorkspace } from './compose.ts';
import { readWorkspaceConfig } from './config.ts';

await runService(
  cloudProgram({ name: 'workspace', publishes: [], readConfig: readWorkspaceConfig, compose: composeWorkspace }),
);
