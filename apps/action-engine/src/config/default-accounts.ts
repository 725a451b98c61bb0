import { existsSync, readFileSync } from 'node:fs';
import { type Connector, connectors } from '@intexuraos/connectors';
import { ConfigError, type Environment } from '@intexuraos/http-server';
import { z } from 'zod';
import type { AccountSecret } from '../domain/account-secret.ts';
import type { DefaultAccount, OAuthClient } from '../ports.ts';

/** `client_secret.json` of Google's console: https://developers.google.com/identity/protocols/oauth2/native-app */
const ClientFile = z.object({ client_id: z.string(), client_secret: z.string().nullable().default(null) });
const ClientSecretFile = z
  .union([z.object({ installed: ClientFile }), z.object({ web: ClientFile })])
  .transform((file) => ('installed' in file ? file.installed : file.web));

/** What Google's own samples write as `token.json`; those for Node leave out what it is good for. */
const TokenFile = z.object({
  token: z.string().default(''),
  refresh_token: z.string().nullable().default(null),
  scopes: z.array(z.string()).optional(),
  expiry: z.iso.datetime({ offset: true }).nullable().default(null),
});

const Json = z.record(z.string(), z.json());

/** Throws ConfigError naming the variables that say something impossible, and no value. */
export function readDefaultAccounts(env: Environment): readonly DefaultAccount[] {
  const entered = Object.values<Connector>(connectors).flatMap((connector) => {
    const credentials = readDefaults(connector, env);
    return credentials === null ? [] : [{ platform: connector.name, scopes: [], secret: enteredSecret(credentials) }];
  });
  const path = env['GOOGLE_TOKEN_FILE_PATH'];
  // The file is written when the account is connected for the first time, which may still be to come.
  if (!path || !existsSync(path)) return entered;
  return [...entered, ...googleAccounts(readJson('GOOGLE_TOKEN_FILE_PATH', path, TokenFile))];
}

function readDefaults({ readDefaults: read, defaultVariables }: Connector, env: Environment): unknown {
  try {
    return read(env);
  } catch {
    throw new ConfigError([`${defaultVariables.join(', ')}: they do not describe an account`]);
  }
}

const enteredSecret = (credentials: unknown): AccountSecret => ({
  kind: 'entered',
  credentials: Json.parse(JSON.parse(JSON.stringify(credentials))),
});

/** One account for each part of Google that the token is good for. */
function googleAccounts({ token, refresh_token: refreshToken, scopes, expiry }: z.infer<typeof TokenFile>) {
  const expiresAt = expiry === null ? 0 : Date.parse(expiry);
  return Object.values<Connector>(connectors).flatMap(({ name, oauth }): DefaultAccount[] => {
    const needed = Object.keys(oauth?.scopes ?? {});
    const granted = needed.filter((scope) => scopes?.includes(scope) ?? true);
    if (oauth?.provider !== 'google' || granted.length === 0) return [];
    const secret = { kind: 'oauth', accessToken: token, refreshToken, obtainedAt: 0, expiresAt } as const;
    return [{ platform: name, scopes: granted, secret }];
  });
}

/** The client of `GOOGLE_CLIENT_SECRET_FILE`; null when it is not set. Throws ConfigError. */
export function readGoogleClient(env: Environment): OAuthClient | null {
  const path = env['GOOGLE_CLIENT_SECRET_FILE'];
  if (!path) return null;
  const { client_id: clientId, client_secret: clientSecret } = readJson(
    'GOOGLE_CLIENT_SECRET_FILE',
    path,
    ClientSecretFile,
  );
  return { clientId, clientSecret, serverUrl: null };
}

function readJson<T>(variable: string, path: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new ConfigError([`${variable}: ${path} cannot be read as the JSON that Google writes`]);
  }
}
