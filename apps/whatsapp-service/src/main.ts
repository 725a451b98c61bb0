import { runService } from '@intexuraos/http-server';
import { cloudProgram } from '@intexuraos/platform/cloud';
import { composeWhatsAppService, publishes } from './compose.ts';
import { readWhatsAppConfig } from './config.ts';

await runService(
  cloudProgram({
    name: 'whatsapp-service',
    publishes,
    readConfig: readWhatsAppConfig,
    compose: composeWhatsAppService,
  }),
);
