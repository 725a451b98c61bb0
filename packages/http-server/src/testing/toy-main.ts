import { AppError, systemClock } from '@intexuraos/kernel';
import { z } from 'zod';
import { createAuthenticator } from '../authentication/create-authenticator.ts';
import { parseEnvironment } from '../configuration/parse-environment.ts';
import { createLogger } from '../log/create-logger.ts';
import { runService } from '../run-service.ts';
import { createToy, createToyService } from './toy-service.ts';

/** A main.ts as apps have it, with ways to misbehave. */
const Config = z.object({ TOY_NAME: z.string(), TOY_SECRET: z.string(), TOY_FAULT: z.string().optional() });

const toy = createToy();
toy.gate = new Promise((resolve) => {
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => setTimeout(resolve, 500));
});

await runService({
  name: 'toys',
  readConfig: (env) => parseEnvironment(Config, env),
  compose: async ({ TOY_SECRET, TOY_FAULT }) => {
    const log = createLogger({ level: 'info', name: 'toys' });
    if (TOY_FAULT === 'rejection') setTimeout(() => void Promise.reject(new AppError('CONFLICT', 'nobody waits')), 50);
    const user = { issuer: 'https://i', audience: 'a', jwks: 'https://i/jwks', algorithms: ['RS256'] as const };
    const authenticator = createAuthenticator({ user, internal: { current: TOY_SECRET }, clock: systemClock });
    const service = createToyService(toy);
    const drain = () => (TOY_FAULT === 'stuck' ? new Promise<void>(() => {}) : Promise.resolve());
    return {
      services: [{ ...service, drain }],
      listenOptions: { authenticator, log, ...(TOY_FAULT === 'stuck' && { drainMs: 300 }) },
      close: async () => log.info({}, 'closed'),
    };
  },
});
