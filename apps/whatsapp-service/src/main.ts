import { runService } from '@intexuraos/http-server';
import { cloudProgram } from '@intexuraos/platform/cloud';
import { composeWhatsAppService } from './compose.ts';
import { readWhatsAppConfig } from './config.ts';

await runService(
  cloudProgram({ name: 'whatsapp-service', readConfig: readWhatsAppConfig, compose: composeWhatsAppService }),
);
