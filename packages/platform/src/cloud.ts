import {
  type AuthenticatorOptions,
  type Composition,
  createAuthenticator,
  createLogger,
  type Environment,
  parseEnvironment,
  type Service,
  type ServiceProgram,
} from '@intexuraos/http-server';
import { systemClock, systemRandom } from '@intexuraos/kernel';
import { createPubSubPublisher } from '@intexuraos/messaging/pubsub';
import { createFirestoreStore } from '@intexuraos/storage/firestore';
import { z } from 'zod';
import { createCrashPoint } from './crash-point.ts';
import { keepDeadLetter } from './dead-letters.ts';
import type { Platform } from './platform.ts';

const publishDeadlineMs = 8_000;

const listOf = (list: string) => list.split(',').map((item) => item.trim());
const Emails = z.string().min(3).transform(listOf);

/** What every service in the cloud needs to know, besides its own variables. */
const Variables = z.object({
  INTEXURAOS_GCP_PROJECT_ID: z.string().min(1),
  INTEXURAOS_INTERNAL_AUTH_TOKEN: z.string().min(32),
  INTEXURAOS_INTERNAL_AUTH_TOKEN_PREVIOUS: z.string().min(32).optional(),
  INTEXURAOS_USER_TOKEN_ISSUER: z.string().min(1),
  INTEXURAOS_USER_TOKEN_AUDIENCE: z.string().min(1),
  INTEXURAOS_USER_TOKEN_JWKS_URL: z.url(),
  INTEXURAOS_USER_TOKEN_ALGORITHM: z.enum(['RS256', 'ES256']).default('RS256'),
  INTEXURAOS_OIDC_AUDIENCE: z.string().min(1),
  INTEXURAOS_OIDC_PUSH_EMAILS: Emails,
  INTEXURAOS_OIDC_SCHEDULER_EMAILS: Emails,
  INTEXURAOS_OIDC_ISSUER: z.string().optional(),
  INTEXURAOS_OIDC_JWKS_URL: z.url().optional(),
  INTEXURAOS_PUBSUB_ACTIONS_QUEUE: z.string().default('actions'),
  INTEXURAOS_PUBSUB_APPROVAL_REPLIES: z.string().default('approval-replies'),
  INTEXURAOS_PUBSUB_WHATSAPP_SEND: z.string().default('whatsapp-send'),
  INTEXURAOS_PUBSUB_WHATSAPP_STATUS: z.string().default('whatsapp-status'),
  INTEXURAOS_PUBSUB_ACTION_CHANGED: z.string().default('action-changed'),
  INTEXURAOS_PUBSUB_COMMANDS: z.string().default('commands'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
});
type Variables = z.infer<typeof Variables>;

interface CloudProgram<Config> {
  readonly name: string;
  readConfig(env: Environment): Config;
  compose(config: Config, platform: Platform): Service;
}

/** One service on Cloud Run: Firestore, Pub/Sub pushes, Google's and the issuer's tokens. */
export function cloudProgram<Config>({ name, readConfig, compose }: CloudProgram<Config>): ServiceProgram<readonly [Variables, Config]> {
  return {
    name,
    readConfig: (env) => [parseEnvironment(Variables, env), readConfig(env)],
    compose: async ([variables, config]) => composition(name, variables, (platform) => compose(config, platform)),
  };
}

async function composition(name: string, variables: Variables, compose: (platform: Platform) => Service): Promise<Composition> {
  const log = createLogger({ level: variables.LOG_LEVEL, name });
  const projectId = variables.INTEXURAOS_GCP_PROJECT_ID;
  const store = createFirestoreStore({ projectId });
  const publisher = createPubSubPublisher({ projectId, topicNames: topicNames(variables), deadlineMs: publishDeadlineMs });
  const surroundings = { clock: systemClock, random: systemRandom, log, crashPoint: createCrashPoint };
  const service = compose({ store, publisher, ...surroundings, pace: { worksAfterAnswer: false, markDelayMs: 0 } });
  return {
    services: [service],
    listenOptions: { authenticator: createAuthenticator(authenticatorOptions(variables)), log, onUndeliverable: keepDeadLetter({ store, ...surroundings }) },
    close: async () => {
      await Promise.all([store.close(), publisher.close()]);
    },
  };
}

const topicNames = (variables: Variables) => ({
  'action.created': variables.INTEXURAOS_PUBSUB_ACTIONS_QUEUE,
  'action.approval.reply': variables.INTEXURAOS_PUBSUB_APPROVAL_REPLIES,
  'whatsapp.message.send': variables.INTEXURAOS_PUBSUB_WHATSAPP_SEND,
  'whatsapp.message.status': variables.INTEXURAOS_PUBSUB_WHATSAPP_STATUS,
  'action.changed': variables.INTEXURAOS_PUBSUB_ACTION_CHANGED,
  'command.ingest': variables.INTEXURAOS_PUBSUB_COMMANDS,
});

function authenticatorOptions(variables: Variables): AuthenticatorOptions {
  const audience = variables.INTEXURAOS_OIDC_AUDIENCE;
  return {
    user: {
      issuer: variables.INTEXURAOS_USER_TOKEN_ISSUER,
      audience: variables.INTEXURAOS_USER_TOKEN_AUDIENCE,
      jwks: variables.INTEXURAOS_USER_TOKEN_JWKS_URL,
      algorithms: [variables.INTEXURAOS_USER_TOKEN_ALGORITHM],
    },
    internal: {
      current: variables.INTEXURAOS_INTERNAL_AUTH_TOKEN,
      ...(variables.INTEXURAOS_INTERNAL_AUTH_TOKEN_PREVIOUS && { previous: variables.INTEXURAOS_INTERNAL_AUTH_TOKEN_PREVIOUS }),
    },
    google: {
      push: { audience, emails: variables.INTEXURAOS_OIDC_PUSH_EMAILS },
      scheduler: { audience, emails: variables.INTEXURAOS_OIDC_SCHEDULER_EMAILS },
      subscriptionPrefix: `projects/${variables.INTEXURAOS_GCP_PROJECT_ID}/subscriptions/`,
      ...(variables.INTEXURAOS_OIDC_ISSUER && { issuers: [variables.INTEXURAOS_OIDC_ISSUER] }),
      ...(variables.INTEXURAOS_OIDC_JWKS_URL && { jwks: variables.INTEXURAOS_OIDC_JWKS_URL }),
    },
    clock: systemClock,
  };
}
