import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AuthenticatorOptions, createAuthenticator, listen } from '@intexuraos/http-server';
import { type Clock, silentLogger, systemClock } from '@intexuraos/kernel';
import type { Store } from '@intexuraos/storage';
import { createMemoryStore } from '@intexuraos/storage/memory';
import { openSqliteStore } from '@intexuraos/storage/sqlite';
import { callJson, createTokenIssuer, type JsonReply } from '@intexuraos/testing';
import { composeUserService } from '../compose.ts';
import { readUserServiceConfig } from '../config.ts';
import type { UserService } from '../service.ts';

export const internalSecret = 'the-internal-secret-of-these-tests-0123456789';

/** user-service behind a real server, with real tokens, on a store of the test's choice. */
export interface Served {
  readonly url: string;
  readonly folder: string;
  readonly store: Store;
  readonly service: UserService;
  /** As a person, with a token of the issuer. */
  as(userId: string, method: string, path: string, body?: object): Promise<JsonReply>;
  /** As one of our services. */
  internally(method: string, path: string, body?: object): Promise<JsonReply>;
  call(method: string, path: string, headers: Record<string, string>, body?: object): Promise<JsonReply>;
  close(): Promise<void>;
}

export const stores = {
  memory: () => createMemoryStore({ clock: systemClock }),
  SQLite: (folder: string) => openSqliteStore({ path: join(folder, 'test.db') }),
} satisfies Record<string, (folder: string) => Store>;
export const storeNames = ['memory', 'SQLite'] as const;

/** Whom people's tokens are from, where a test brings an issuer of its own. */
interface People {
  readonly tokens: AuthenticatorOptions['user'];
  readonly clock: Clock;
}

export async function serve(
  storeName: keyof typeof stores = 'memory',
  variables: Record<string, string> = {},
  people?: People,
): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'user-service-'));
  const issuer = await createTokenIssuer();
  const store = stores[storeName](folder);
  const config = readUserServiceConfig({ INTEXURAOS_VAULT_KEK_FILE: join(folder, 'master.key'), ...variables });
  const service = composeUserService(config, { store, clock: systemClock });
  const authenticator = createAuthenticator({
    user: people?.tokens ?? {
      issuer: issuer.issuer,
      audience: 'api',
      jwks: issuer.jwksUrl,
      algorithms: ['RS256'],
    },
    internal: { current: internalSecret },
    clock: people?.clock ?? systemClock,
  });
  const server = await listen([service], { port: 0, authenticator, log: silentLogger });
  const call: Served['call'] = (method, path, headers, body) => callJson(`${server.url}${path}`, method, headers, body);
  return {
    url: server.url,
    folder,
    store,
    service,
    call,
    as: async (sub, method, path, body) => {
      const token = await issuer.mint({ sub, aud: 'api' });
      return call(method, path, { authorization: `Bearer ${token}` }, body);
    },
    internally: (method, path, body) => call(method, path, { 'x-internal-auth': internalSecret }, body),
    close: async () => {
      await server.close();
      await store.close();
      await issuer.close();
      rmSync(folder, { recursive: true });
    },
  };
}
