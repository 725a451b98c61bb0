import { join } from 'node:path';
import { composeActionEngine } from '@intexuraos/action-engine/compose';
import { composeActionsAgent } from '@intexuraos/actions-agent/compose';
import { composeCommandsAgent } from '@intexuraos/commands-agent/compose';
import {
  type Composition,
  createAuthenticator,
  createLogger,
  createQuota,
  type Service,
} from '@intexuraos/http-server';
import { systemClock } from '@intexuraos/kernel';
import { keepDeadLetter } from '@intexuraos/platform';
import { type LocalPlatform, openLocalPlatform } from '@intexuraos/platform/local';
import { composeUserService } from '@intexuraos/user-service/compose';
import { composeWhatsAppService } from '@intexuraos/whatsapp-service/compose';
import { createWhatsAppSimulator } from '@intexuraos/whatsapp-service/simulator';
import { composeWorkspace } from '@intexuraos/workspace/compose';
import type { AllInOneConfig } from './config.ts';
import { environmentOf } from './environment.ts';
import { issueUserToken, localAudience, localIssuer, localOperator } from './first-start/local-issuer.ts';
import { localLine, localPerson } from './first-start/local-person.ts';
import { writePrivately } from './first-start/private-file.ts';
import { ensureSecrets, type Secrets } from './first-start/secrets.ts';
import { startScheduler } from './local-scheduler.ts';
import { openWebApp } from './local-web-app.ts';
import { readServiceConfigs } from './services-config.ts';

/**
 * Every service in one process, on one SQLite file. The file is opened first: whoever has it has the folder, so two
 * processes that start together cannot both make its secrets.
 */
export async function composeAllInOne(config: AllInOneConfig): Promise<Composition> {
  const log = createLogger({ level: config.logLevel, name: 'all-in-one' });
  const platform = openLocalPlatform({ file: config.databaseFile, log });
  const secrets = await ensureSecrets(config.dataDir);
  const configs = readServiceConfigs(environmentOf(config, secrets));
  const people = composeUserService(configs.people, platform);
  await people.ensurePerson({ userId: localPerson.userId, phone: localPerson.phone });
  const actionEngine = composeActionEngine(configs.actionEngine, platform);
  await actionEngine.importDefaults(localPerson.userId);
  const webApp = openWebApp(config, secrets);
  const services = [
    actionEngine,
    composeActionsAgent(configs.actionsAgent, platform),
    composeCommandsAgent(configs.commandsAgent, platform),
    composeWhatsAppService(configs.whatsapp, platform),
    people,
    composeWorkspace(configs.workspace, platform),
    simulator(config, secrets, platform),
    webApp.service,
  ];
  return {
    services,
    listenOptions: listenOptions(config, secrets, platform),
    ...life(config, { secrets, platform, services, signInUrl: webApp.signInUrl }),
  };
}

const simulator = ({ baseUrl }: AllInOneConfig, { whatsapp }: Secrets, { clock, random, log }: LocalPlatform) =>
  createWhatsAppSimulator({
    appSecret: whatsapp.appSecret,
    accessToken: whatsapp.accessToken,
    ...localLine,
    userPhone: localPerson.phone,
    webhookUrl: `${baseUrl}/whatsapp/webhooks`,
    clock,
    random,
    log,
  });

function listenOptions(
  { perMinute }: AllInOneConfig,
  secrets: Secrets,
  platform: LocalPlatform,
): Composition['listenOptions'] {
  const rates = Object.entries(perMinute).map(([name, count]) => [name, { count, windowMs: 60_000 }] as const);
  return {
    authenticator: createAuthenticator({
      user: {
        issuer: localIssuer,
        audience: localAudience,
        jwks: { keys: [secrets.issuer.publicKey] },
        algorithms: ['ES256'],
        operator: localOperator,
      },
      internal: { current: secrets.internalAuthToken },
      clock: systemClock,
    }),
    log: platform.log,
    metrics: platform.metrics,
    onUndeliverable: keepDeadLetter(platform),
    quota: createQuota(Object.fromEntries(rates), systemClock),
  };
}

interface Running {
  readonly secrets: Secrets;
  readonly platform: LocalPlatform;
  readonly services: readonly Service[];
  readonly signInUrl: string;
}

/** What begins when requests are answered, and what ends after the last one. */
function life(
  config: AllInOneConfig,
  { secrets, platform, services, signInUrl }: Running,
): Pick<Composition, 'started' | 'close'> {
  let scheduler: { stop(): void } | undefined;
  return {
    async started() {
      for (const { consumer } of services
        .flatMap(({ routes }) => routes)
        .filter((route) => route.kind === 'subscription')) {
        platform.carrier.attach(consumer);
      }
      await describeForClients(config, secrets, signInUrl);
      const jobs = ['actions', 'commands', 'operations', 'whatsapp', 'workspace'].map((name) => ({
        path: `/internal/${name}/retry-pending`,
        everyMs: config.sweepMs,
      }));
      scheduler = startScheduler(jobs, {
        baseUrl: config.baseUrl,
        internalAuthToken: secrets.internalAuthToken,
        log: platform.log,
      });
      // For the person at the terminal, so it is no line of the log.
      process.stdout.write(`\nOpen ${signInUrl}\n\n`);
    },
    async close() {
      scheduler?.stop();
      await platform.carrier.drain();
      await platform.close();
    },
  };
}

const clientTokenDays = 365;

/** `local.json`: what curl, tests and benchmarks need to drive this machine. */
async function describeForClients(
  { baseUrl, dataDir }: AllInOneConfig,
  secrets: Secrets,
  signInUrl: string,
): Promise<void> {
  const { appSecret, verifyToken } = secrets.whatsapp;
  writePrivately(join(dataDir, 'local.json'), {
    baseUrl,
    signInUrl,
    userId: localPerson.userId,
    userToken: (await issueUserToken(secrets, { ...localPerson, days: clientTokenDays })).token,
    internalAuthToken: secrets.internalAuthToken,
    whatsapp: { appSecret, verifyToken, ...localLine, userPhone: localPerson.phone },
  });
}
