import { actionChanged, actionCreated } from '@intexuraos/contracts';
import { ConfigError, type Environment, parseEnvironment, type Service } from '@intexuraos/http-server';
import { AppError } from '@intexuraos/kernel';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type CloudProgram, cloudProgram } from './cloud.ts';
import type { Platform } from './platform.ts';

const least = {
  INTEXURAOS_GCP_PROJECT_ID: 'demo-cloud',
  INTEXURAOS_INTERNAL_AUTH_TOKEN: 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
  INTEXURAOS_USER_TOKEN_ISSUER: 'https://people.test/',
  INTEXURAOS_USER_TOKEN_AUDIENCE: 'the-api',
  INTEXURAOS_USER_TOKEN_JWKS_URL: 'https://people.test/keys',
  INTEXURAOS_OIDC_AUDIENCE: 'https://agent.test',
  INTEXURAOS_OIDC_PUSH_EMAILS: 'push@p.iam.gserviceaccount.com',
  INTEXURAOS_OIDC_SCHEDULER_EMAILS: 'scheduler@p.iam.gserviceaccount.com',
  INTEXURAOS_PUBSUB_ACTIONS_QUEUE: 'actions',
  OWN: 'set',
};

const Own = z.object({ OWN: z.string() });

function program(compose: (platform: Platform) => void = () => undefined, more: Partial<CloudProgram<unknown>> = {}) {
  const service: Service = { name: 'toy', routes: [], ready: async () => undefined, drain: async () => undefined };
  return cloudProgram({
    name: 'toy',
    publishes: [actionCreated],
    readConfig: (env) => parseEnvironment(Own, env),
    compose: (_config, platform) => {
      compose(platform);
      return service;
    },
    ...more,
  });
}

function problemsOf(env: Environment): readonly string[] {
  try {
    program().readConfig(env);
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.problems : [String(error)];
  }
}

async function composed(env: Environment = {}) {
  const { promise, resolve } = Promise.withResolvers<Platform>();
  const own = program(resolve);
  const composition = await own.compose(own.readConfig({ ...least, ...env }));
  return { composition, platform: await promise };
}

describe('the configuration in the cloud', () => {
  test('what must be set is enough', () => expect(problemsOf(least)).toEqual([]));

  test('names in one error what the platform misses, what the service misses, and what only tests may set', () => {
    const env = {
      ...least,
      NODE_ENV: 'production',
      OWN: '',
      INTEXURAOS_GCP_PROJECT_ID: '',
      INTEXURAOS_PUBSUB_ACTIONS_QUEUE: '',
      INTEXURAOS_INTERNAL_AUTH_TOKEN: 'change-me-change-me-change-me-0123456789',
      INTEXURAOS_USER_TOKEN_JWKS_URL: 'http://people.test/keys',
      PUBSUB_EMULATOR_HOST: '127.0.0.1:8085',
    };
    expect(problemsOf(env).toSorted()).toEqual([
      'INTEXURAOS_GCP_PROJECT_ID is missing',
      'INTEXURAOS_INTERNAL_AUTH_TOKEN: is a placeholder',
      'INTEXURAOS_PUBSUB_ACTIONS_QUEUE is missing',
      'INTEXURAOS_USER_TOKEN_JWKS_URL: must be fetched over https',
      'OWN is missing',
      'PUBSUB_EMULATOR_HOST must not be set in production',
    ]);
  });

  test.each(['FIRESTORE_EMULATOR_HOST', 'PUBSUB_EMULATOR_HOST', 'INTEXURAOS_CRASH_AT', 'INTEXURAOS_OIDC_ISSUER'])(
    '%s is refused in production, and there only',
    (name) => {
      expect(problemsOf({ ...least, [name]: 'something' })).toEqual([]);
      expect(problemsOf({ ...least, [name]: '', NODE_ENV: 'production' })).toEqual([]);
      expect(problemsOf({ ...least, [name]: 'something', NODE_ENV: 'production' })).toEqual([
        `${name} must not be set in production`,
      ]);
    },
  );

  test('two equal internal tokens are refused, because then nothing was rotated', () => {
    const token = least.INTEXURAOS_INTERNAL_AUTH_TOKEN;
    expect(problemsOf({ ...least, INTEXURAOS_INTERNAL_AUTH_TOKEN_PREVIOUS: token })).toHaveLength(1);
  });
});

describe('a service in the cloud', () => {
  async function takenBefore429(name: string, env: Environment = {}): Promise<number> {
    const { composition } = await composed(env);
    const { quota } = composition.listenOptions;
    let taken = 0;
    while (taken < 1_000 && (await quota?.take('anna', name))?.allowed) taken += 1;
    await composition.close?.();
    return taken;
  }

  test('lets one person change 60 things and start 20 runs in a minute, unless told otherwise', async () => {
    expect(await takenBefore429('mutation')).toBe(60);
    expect(await takenBefore429('execute')).toBe(20);
    expect(await takenBefore429('execute', { INTEXURAOS_EXECUTIONS_PER_MINUTE: '3' })).toBe(3);
  });

  test('takes an address from behind Google’s front end', async () => {
    const { composition } = await composed();
    expect(composition.listenOptions.trustedProxies).toBe(1);
    await composition.close?.();
  });

  test('publishes only what it said it would', async () => {
    const { composition, platform } = await composed();
    const event = { type: 'action.changed', eventId: 'e', actionId: 'a', userId: 'u', version: 1, rev: 1 } as const;
    const whole = { ...event, status: 'pending', origin: { kind: 'command', id: 'c' }, outcome: 'none' } as const;
    await expect(platform.publisher.publish(actionChanged, whole)).rejects.toThrow(AppError);
    await composition.close?.();
  });

  test('has a Google identity for its calls only when told so', async () => {
    for (const [env, has] of [
      [{}, false],
      [{ INTEXURAOS_SERVICE_IDENTITY: 'google' }, true],
    ] as const) {
      const { composition, platform } = await composed(env);
      expect(platform.identityToken !== undefined).toBe(has);
      await composition.close?.();
    }
  });
});
