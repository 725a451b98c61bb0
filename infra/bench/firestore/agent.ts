import { composeActionsAgent } from '@intexuraos/actions-agent/compose';
import { cloudDefaults, neighbourUrlVariables, readActionsAgentConfig } from '@intexuraos/actions-agent/config';
import { createAuthenticator, listen } from '@intexuraos/http-server';
import { silentLogger, systemClock, systemRandom } from '@intexuraos/kernel';
import { createMemoryCarrier, type MemoryCarrier } from '@intexuraos/messaging/memory';
import type { Platform } from '@intexuraos/platform';
import { createFirestoreStore } from '@intexuraos/storage/firestore';
import { createTokenIssuer } from '@intexuraos/testing';
import { serve } from '../http.ts';
import { type RecordedStore, recordStore } from './recorded-store.ts';

export const userId = 'auth0|bench';
const audience = 'bench';
const internalSecret = 'secret-of-the-benchmark-and-of-nobody-else';

/** actions-agent in this process, composed as in the cloud on Firestore; its messages are delivered by hand. */
export interface Agent {
  readonly url: string;
  readonly asPerson: Readonly<Record<string, string>>;
  readonly asService: Readonly<Record<string, string>>;
  readonly store: RecordedStore;
  readonly carrier: MemoryCarrier;
  /** What it published, by event and kind of message. */
  readonly published: string[];
  /** How often the target was called. */
  readonly effects: () => number;
  close(): Promise<void>;
}

/** Needs the emulator that FIRESTORE_EMULATOR_HOST names. */
export async function startAgent(projectId: string): Promise<Agent> {
  const [people, target] = await Promise.all([createTokenIssuer(), startTarget()]);
  const store = recordStore(createFirestoreStore({ projectId }));
  const carrier = createMemoryCarrier({ clock: systemClock });
  const published: string[] = [];
  const platform: Platform = {
    store,
    publisher: {
      publish: (topic, event) => {
        published.push(nameOf(topic.event, event));
        return carrier.publish(topic, event);
      },
    },
    clock: systemClock,
    random: systemRandom,
    log: silentLogger,
    pace: { worksAfterAnswer: false, markDelayMs: 0, heardDelayMs: 0 },
    crashPoint: () => () => undefined,
  };
  const service = composeActionsAgent(readActionsAgentConfig(environmentAt(target.url)), platform);
  for (const route of service.routes) if (route.kind === 'subscription') carrier.attach(route.consumer);
  const user = { issuer: people.issuer, audience, jwks: people.jwksUrl, algorithms: ['RS256' as const] };
  const authenticator = createAuthenticator({ user, internal: { current: internalSecret }, clock: systemClock });
  const server = await listen([service], { port: 0, authenticator, log: silentLogger });
  return {
    url: server.url,
    asPerson: { authorization: `Bearer ${await people.mint({ aud: audience, sub: userId })}` },
    asService: { 'x-internal-auth': internalSecret },
    store,
    carrier,
    published,
    effects: target.calls,
    async close() {
      await server.close();
      await Promise.all([store.close(), target.close(), people.close()]);
    },
  };
}

/** As in the cloud, but for the quotas that a benchmark would run into. */
const environmentAt = (targetUrl: string) => ({
  ...Object.fromEntries(neighbourUrlVariables.map((name) => [name, targetUrl])),
  ...Object.fromEntries(Object.keys(cloudDefaults).map((name) => [name, '1000000'])),
  INTEXURAOS_INTERNAL_AUTH_TOKEN: internalSecret,
  INTEXURAOS_WEB_APP_URL: 'https://app.test',
});

const done = JSON.stringify({
  success: true,
  data: { status: 'completed', message: 'To-do created', resourceUrl: '/#/todos/1' },
});

/** Does every to-do at once; of what else our services ask each other it knows nothing. */
async function startTarget() {
  let calls = 0;
  const { url, close } = await serve((path) => {
    if (path !== '/internal/todos') return { status: 404, text: '{}' };
    calls += 1;
    return { status: 201, text: done };
  });
  return { url, calls: () => calls, close };
}

const nameOf = (name: string, event: object): string =>
  'messageKey' in event ? `${name} (${String(event.messageKey).split(':')[0]})` : name;
