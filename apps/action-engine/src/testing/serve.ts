import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OAuthServer, serveOAuth } from '@intexuraos/connectors/testing';
import { type ActionChanged, actionChanged } from '@intexuraos/contracts';
import { createAuthenticator, listen } from '@intexuraos/http-server';
import { type Clock, systemClock } from '@intexuraos/kernel';
import type { Publisher } from '@intexuraos/messaging';
import { createMemoryCarrier } from '@intexuraos/messaging/memory';
import { deadLetterRoutes } from '@intexuraos/platform';
import { unusedPlatform } from '@intexuraos/platform/unused-platform';
import type { Store } from '@intexuraos/storage';
import { openSqliteStore } from '@intexuraos/storage/sqlite';
import { createRecordingLogger, createTokenIssuer, type RecordingLogger } from '@intexuraos/testing';
import { exportJWK, generateKeyPair } from 'jose';
import { composeActionEngine } from '../compose.ts';
import { readActionEngineConfig } from '../config.ts';
import { type ActionsDesk, startActionsDesk } from './actions-desk.ts';

const internalSecret = 'the-internal-secret-of-these-tests-0123456789';
const operator = { name: 'scope', value: 'intexuraos:operate' };
const client = { clientId: 'engine', clientSecret: 'canary-client-secret-0123456789abcdef' };

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** The body as it came. */
  readonly text: string;
  readonly json: unknown;
}

export interface Caller {
  readonly userId?: string;
  readonly isOperator?: boolean;
  /** In place of a token for `userId`. */
  readonly token?: string;
  readonly cookie?: string;
  readonly body?: object;
  /** As one of our services. */
  readonly isService?: boolean;
  readonly idempotencyKey?: string;
}

/** action-engine behind a real server, on SQLite, with an authorization server in the place of Slack's. */
export interface Served {
  readonly url: string;
  readonly folder: string;
  readonly store: Store;
  /** What was told to others. */
  readonly published: readonly object[];
  /** Delivers what was published to whom it concerns here. */
  deliver(): Promise<unknown>;
  readonly log: RecordingLogger;
  readonly oauth: OAuthServer;
  readonly actionsDesk: ActionsDesk;
  /** A change of an action, as it is told to everybody. */
  hear(event: ActionChanged): Promise<void>;
  /** An ID token of the OIDC provider. */
  oidcToken(claims: Readonly<Record<string, unknown>>): Promise<string>;
  call(method: string, path: string, caller?: Caller): Promise<Reply>;
  close(): Promise<void>;
}

const loginIssuer = 'https://login.test/';

/** The key that tokens of `/login` are signed with in these tests. */
async function newLoginKey() {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const [kept, shown] = await Promise.all([exportJWK(privateKey), exportJWK(publicKey)]);
  return { kept: { ...kept, kid: 'login-1' }, shown: { ...shown, kid: 'login-1', alg: 'ES256' } };
}

export interface ServeOptions {
  readonly clock?: Clock;
  readonly variables?: Readonly<Record<string, string>>;
  /** The store as the service sees it. */
  readonly seen?: (store: Store) => Store;
}

export async function serve(options: ServeOptions = {}): Promise<Served> {
  const { clock = systemClock, variables = {}, seen = (store: Store) => store } = options;
  const folder = mkdtempSync(join(tmpdir(), 'action-engine-'));
  const issuer = await createTokenIssuer();
  const loginKey = await newLoginKey();
  const log = createRecordingLogger();
  const store = openSqliteStore({ path: join(folder, 'test.db') });
  const redirectUri = 'http://127.0.0.1:8787/auth/callback';
  const oauth = await serveOAuth({ ...client, redirectUri, scopes: ['chat:write'] });
  const actionsDesk = await startActionsDesk(internalSecret);
  const config = readActionEngineConfig({
    INTEXURAOS_VAULT_KEK_FILE: join(folder, 'master.key'),
    INTEXURAOS_ACTION_ENGINE_PUBLIC_URL: 'http://127.0.0.1:8787',
    INTEXURAOS_LOGIN_PRIVATE_KEY: JSON.stringify(loginKey.kept),
    INTEXURAOS_LOGIN_ISSUER: loginIssuer,
    INTEXURAOS_LOGIN_AUDIENCE: 'api',
    INTEXURAOS_LOGIN_OIDC_ISSUER: issuer.issuer,
    INTEXURAOS_LOGIN_OIDC_AUDIENCE: 'sign-in-page',
    INTEXURAOS_LOGIN_OIDC_JWKS_URL: issuer.jwksUrl,
    INTEXURAOS_OAUTH_SLACK_CLIENT_ID: client.clientId,
    INTEXURAOS_OAUTH_SLACK_CLIENT_SECRET: client.clientSecret,
    INTEXURAOS_OAUTH_SLACK_SERVER_URL: oauth.url,
    INTEXURAOS_INTERNAL_AUTH_TOKEN: internalSecret,
    INTEXURAOS_ACTIONS_AGENT_URL: actionsDesk.url,
    ...variables,
  });
  const published: object[] = [];
  const carrier = createMemoryCarrier({ clock });
  const publisher: Publisher = {
    async publish(topic, event) {
      published.push(event);
      await carrier.publish(topic, event);
    },
  };
  const pace = { worksAfterAnswer: true, markDelayMs: 0, heardDelayMs: 0 };
  const platform = { ...unusedPlatform, store: seen(store), log, clock, publisher, pace };
  const service = composeActionEngine(config, platform);
  for (const route of service.routes) if (route.kind === 'subscription') carrier.attach(route.consumer);
  const operators = { ...service, name: 'operators', routes: deadLetterRoutes(platform) };
  const authenticator = createAuthenticator({
    user: { issuer: issuer.issuer, audience: 'api', jwks: issuer.jwksUrl, algorithms: ['RS256'], operator },
    alsoUser: {
      issuer: loginIssuer,
      audience: 'api',
      jwks: { keys: [loginKey.shown] },
      algorithms: ['ES256'],
      operator,
    },
    internal: { current: internalSecret },
    clock: systemClock,
  });
  const server = await listen([service, operators], { port: 0, authenticator, log });
  return {
    url: server.url,
    folder,
    store,
    published,
    deliver: () => carrier.deliverAll(),
    log,
    oauth,
    actionsDesk,
    async hear(event) {
      await carrier.publish(actionChanged, event);
      await carrier.deliverAll();
    },
    oidcToken: (claims) => issuer.mint({ aud: 'sign-in-page', ...claims }),
    async call(method, path, { userId, isOperator, token: given, cookie, body, isService, idempotencyKey } = {}) {
      const claims = { sub: userId, aud: 'api', ...(isOperator && { scope: operator.value }) };
      const token = given ?? (userId && (await issuer.mint(claims)));
      const response = await fetch(server.url + path, {
        method,
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
          ...(isService && { 'x-internal-auth': internalSecret }),
          ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
          ...(cookie && { cookie }),
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.startsWith('application/json');
      return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
    },
    async close() {
      await server.close();
      await Promise.all([store.close(), issuer.close(), oauth.close(), actionsDesk.close()]);
      rmSync(folder, { recursive: true });
    },
  };
}
