import type { Topic } from '@intexuraos/contracts';
import {
  type Authenticator,
  type AuthenticatorOptions,
  type Composition,
  createAuthenticator,
  createLogger,
  createQuota,
  type Environment,
  type ListenOptions,
  type Rate,
  readAll,
  type Service,
  type ServiceProgram,
} from '@intexuraos/http-server';
import { createGoogleIdentityToken } from '@intexuraos/internal-clients';
import { systemClock, systemRandom } from '@intexuraos/kernel';
import { createInstanceSubscriptions, createPubSubPublisher } from '@intexuraos/messaging/pubsub';
import { createFirestoreStore } from '@intexuraos/storage/firestore';
import { type CloudConfig, readCloudConfig } from './cloud-config.ts';
import { createCrashPoint } from './crash-point.ts';
import { keepDeadLetter } from './dead-letters/keep.ts';
import { instanceLife } from './instance-life.ts';
import type { Platform } from './platform.ts';
import { publishOnly } from './publish-only.ts';

const publishDeadlineMs = 8_000;

export interface CloudProgram<Config> {
  readonly name: string;
  /** Variables that count as set in the cloud unless the environment sets them. */
  readonly defaults?: Environment;
  /** What the service publishes to; it can publish to nothing else. */
  readonly publishes: readonly Topic<object>[];
  readConfig(env: Environment): Config;
  compose(config: Config, platform: Platform): Service;
}

interface Foundation extends CloudConfig {
  readonly authenticator: Authenticator;
}

/** One service on Cloud Run: Firestore, Pub/Sub pushes, Google's and the issuer's tokens. */
export function cloudProgram<Config>(program: CloudProgram<Config>): ServiceProgram<readonly [Foundation, Config]> {
  const { name, defaults = {}, publishes, readConfig, compose } = program;
  return {
    name,
    defaults,
    readConfig: (env) =>
      readAll(
        () => foundationOf(readCloudConfig(env, publishes)),
        () => readConfig(env),
      ),
    compose: async ([foundation, config]) => composition(name, foundation, (platform) => compose(config, platform)),
  };
}

const foundationOf = (config: CloudConfig): Foundation => ({
  ...config,
  authenticator: createAuthenticator(authenticatorOptions(config)),
});

function composition(name: string, foundation: Foundation, compose: (platform: Platform) => Service): Composition {
  const { variables, topicNames, authenticator } = foundation;
  const log = createLogger({ level: variables.LOG_LEVEL, name });
  const projectId = variables.INTEXURAOS_GCP_PROJECT_ID;
  const store = createFirestoreStore({ projectId, log });
  const publisher = createPubSubPublisher({ projectId, topicNames, deadlineMs: publishDeadlineMs });
  const subscriptions = createInstanceSubscriptions({ projectId, topicNames, instance: systemRandom.uuid(), log });
  const platform: Platform = {
    store,
    publisher: publishOnly(new Set(Object.keys(topicNames)), publisher),
    clock: systemClock,
    random: systemRandom,
    log,
    pace: { worksAfterAnswer: false, markDelayMs: 0, heardDelayMs: 0 },
    crashPoint: createCrashPoint,
    ...(variables.INTEXURAOS_SERVICE_IDENTITY === 'google' && { identityToken: createGoogleIdentityToken() }),
  };
  const service = compose(platform);
  return {
    services: [service],
    listenOptions: { authenticator, log, onUndeliverable: keepDeadLetter(platform), ...doorOf(variables) },
    ...instanceLife(service, { store, publisher, subscriptions, log }),
  };
}

const minute = (count: number): Rate => ({ count, windowMs: 60_000 });

/** Who may come through the door how often, and from where. */
function doorOf(variables: CloudConfig['variables']): Pick<ListenOptions, 'quota' | 'corsOrigins' | 'trustedProxies'> {
  const mutation = minute(variables.INTEXURAOS_MUTATIONS_PER_MINUTE);
  const execute = minute(variables.INTEXURAOS_EXECUTIONS_PER_MINUTE);
  return {
    quota: createQuota({ mutation, execute }, systemClock),
    corsOrigins: variables.INTEXURAOS_CORS_ORIGINS,
    trustedProxies: variables.INTEXURAOS_TRUSTED_PROXIES,
  };
}

/** Those who sign in at action-engine, beside those of the OIDC provider. */
function secondIssuer(variables: CloudConfig['variables']): Pick<AuthenticatorOptions, 'alsoUser'> {
  const issuer = variables.INTEXURAOS_SECOND_USER_TOKEN_ISSUER;
  const jwks = variables.INTEXURAOS_SECOND_USER_TOKEN_JWKS_URL;
  if (issuer === undefined || jwks === undefined) return {};
  const audience = variables.INTEXURAOS_USER_TOKEN_AUDIENCE;
  const operator = { name: variables.INTEXURAOS_OPERATOR_CLAIM, value: variables.INTEXURAOS_OPERATOR_VALUE };
  return { alsoUser: { issuer, audience, jwks, algorithms: ['ES256'], operator } };
}

function authenticatorOptions({ variables }: CloudConfig): AuthenticatorOptions {
  const audience = variables.INTEXURAOS_OIDC_AUDIENCE;
  const group = (emails: readonly string[]) => ({ audience, emails });
  return {
    user: {
      issuer: variables.INTEXURAOS_USER_TOKEN_ISSUER,
      audience: variables.INTEXURAOS_USER_TOKEN_AUDIENCE,
      jwks: variables.INTEXURAOS_USER_TOKEN_JWKS_URL,
      algorithms: [variables.INTEXURAOS_USER_TOKEN_ALGORITHM],
      operator: { name: variables.INTEXURAOS_OPERATOR_CLAIM, value: variables.INTEXURAOS_OPERATOR_VALUE },
    },
    ...secondIssuer(variables),
    internal: {
      current: variables.INTEXURAOS_INTERNAL_AUTH_TOKEN,
      ...(variables.INTEXURAOS_INTERNAL_AUTH_TOKEN_PREVIOUS && {
        previous: variables.INTEXURAOS_INTERNAL_AUTH_TOKEN_PREVIOUS,
      }),
    },
    google: {
      push: group(variables.INTEXURAOS_OIDC_PUSH_EMAILS),
      scheduler: group(variables.INTEXURAOS_OIDC_SCHEDULER_EMAILS),
      ...(variables.INTEXURAOS_OIDC_SERVICE_EMAILS && { service: group(variables.INTEXURAOS_OIDC_SERVICE_EMAILS) }),
      subscriptionPrefix: `projects/${variables.INTEXURAOS_GCP_PROJECT_ID}/subscriptions/`,
      ...(variables.INTEXURAOS_OIDC_ISSUER && { issuers: [variables.INTEXURAOS_OIDC_ISSUER] }),
      ...(variables.INTEXURAOS_OIDC_JWKS_URL && { jwks: variables.INTEXURAOS_OIDC_JWKS_URL }),
    },
    clock: systemClock,
  };
}
