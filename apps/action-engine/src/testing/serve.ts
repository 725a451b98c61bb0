import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OAuthServer, serveOAuth } from '@intexuraos/connectors/testing';
import { createAuthenticator, listen } from '@intexuraos/http-server';
import { type Clock, systemClock } from '@intexuraos/kernel';
import { unusedPlatform } from '@intexuraos/platform/unused-platform';
import type { Store } from '@intexuraos/storage';
import { openSqliteStore } from '@intexuraos/storage/sqlite';
import { createRecordingLogger, createTokenIssuer, type RecordingLogger } from '@intexuraos/testing';
import { composeActionEngine } from '../compose.ts';
import { readActionEngineConfig } from '../config.ts';

const internalSecret = 'the-internal-secret-of-these-tests-0123456789';
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
  readonly cookie?: string;
  readonly body?: object;
}

/** action-engine behind a real server, on SQLite, with an authorization server in the place of Slack's. */
export interface Served {
  readonly url: string;
  readonly folder: string;
  readonly store: Store;
  readonly log: RecordingLogger;
  readonly oauth: OAuthServer;
  call(method: string, path: string, caller?: Caller): Promise<Reply>;
  close(): Promise<void>;
}

export async function serve(options: { readonly clock?: Clock } = {}): Promise<Served> {
  const { clock = systemClock } = options;
  const folder = mkdtempSync(join(tmpdir(), 'action-engine-'));
  const issuer = await createTokenIssuer();
  const log = createRecordingLogger();
  const store = openSqliteStore({ path: join(folder, 'test.db') });
  const redirectUri = 'http://127.0.0.1:8787/auth/callback';
  const oauth = await serveOAuth({ ...client, redirectUri, scopes: ['chat:write'] });
  const config = readActionEngineConfig({
    INTEXURAOS_VAULT_KEK_FILE: join(folder, 'master.key'),
    INTEXURAOS_ACTION_ENGINE_PUBLIC_URL: 'http://127.0.0.1:8787',
    INTEXURAOS_OAUTH_SLACK_CLIENT_ID: client.clientId,
    INTEXURAOS_OAUTH_SLACK_CLIENT_SECRET: client.clientSecret,
    INTEXURAOS_OAUTH_SLACK_SERVER_URL: oauth.url,
  });
  const service = composeActionEngine(config, { ...unusedPlatform, store, log, clock });
  const authenticator = createAuthenticator({
    user: { issuer: issuer.issuer, audience: 'api', jwks: issuer.jwksUrl, algorithms: ['RS256'] },
    internal: { current: internalSecret },
    clock: systemClock,
  });
  const server = await listen([service], { port: 0, authenticator, log });
  return {
    url: server.url,
    folder,
    store,
    log,
    oauth,
    async call(method, path, { userId, cookie, body } = {}) {
      const token = userId && (await issuer.mint({ sub: userId, aud: 'api' }));
      const response = await fetch(server.url + path, {
        method,
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
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
      await Promise.all([store.close(), issuer.close(), oauth.close()]);
      rmSync(folder, { recursive: true });
    },
  };
}
