import { runService } from '@intexuraos/http-server';
import { composeAllInOne } from './compose.ts';
import { readAllInOneConfig } from './config.ts';

await runService({
  name: 'all-in-one',
  defaults: { PORT: '8787', HOST: '127.0.0.1' },
  readConfig: readAllInOneConfig,
  compose: composeAllInOne,
});
