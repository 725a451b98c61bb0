import { connectors } from '@intexuraos/connectors';
import { type Environment, parseEnvironment, readAll } from '@intexuraos/http-server';
import { type MasterKeys, MasterKeyVariables, readMasterKeys } from '@intexuraos/platform';
import { z } from 'zod';
import type { DefaultAccount, OAuthClient } from '../ports.ts';
import { readDefaultAccounts, readGoogleClient } from './default-accounts.ts';

/** What people's accounts need of the environment. */
export interface AccountConfig {
  readonly masterKeys: MasterKeys;
  readonly redirectUri: string;
  /** Null: people are not brought back from a platform, they close its page. */
  readonly webAppUrl: string | null;
  /** By the provider's name. */
  readonly oauthClients: Readonly<Record<string, OAuthClient>>;
  /** For the person of a machine that is theirs alone. */
  readonly defaultAccounts: readonly DefaultAccount[];
}

/** Each once, however many connectors share it. */
const providerNames: readonly string[] = [
  ...new Set(Object.values(connectors).flatMap(({ oauth }) => (oauth === null ? [] : [oauth.provider]))),
];

const variable = (provider: string, what: string) => `INTEXURAOS_OAUTH_${provider.toUpperCase()}_${what}`;
const HttpUrl = z.url({ protocol: /^https?$/ });

const clientVariables = (provider: string): Readonly<Record<string, z.ZodType<string | undefined>>> => ({
  [variable(provider, 'CLIENT_ID')]: z.string().min(1).optional().describe(`the client that ${provider} knows us as`),
  [variable(provider, 'CLIENT_SECRET')]: z.string().min(1).optional().describe(`the secret of that client`),
  [variable(provider, 'SERVER_URL')]: HttpUrl.optional().describe(
    `an authorization server in the place of ${provider}: \`/authorize\`, \`/token\`, \`/revoke\` below it`,
  ),
});

const Own = z.object({
  INTEXURAOS_ACTION_ENGINE_PUBLIC_URL: HttpUrl.describe(
    'where people’s browsers reach action-engine; platforms send them back to `/auth/callback` below it',
  ),
  INTEXURAOS_WEB_APP_URL: HttpUrl.optional().describe(
    'where people are brought back to when they have connected an account',
  ),
});

const Clients = z.object(
  Object.assign({}, ...providerNames.map(clientVariables)) as ReturnType<typeof clientVariables>,
);

export const AccountVariables = z.object({ ...MasterKeyVariables.shape, ...Own.shape, ...Clients.shape });

/** Throws ConfigError naming all that is missing or malformed. */
export function readAccountConfig(env: Environment): AccountConfig {
  const [own, clients, masterKeys, defaultAccounts, googleClient] = readAll(
    () => parseEnvironment(Own, env),
    () => parseEnvironment(Clients, env),
    () => readMasterKeys(env),
    () => readDefaultAccounts(env),
    () => readGoogleClient(env),
  );
  const { INTEXURAOS_ACTION_ENGINE_PUBLIC_URL: publicUrl, INTEXURAOS_WEB_APP_URL: webAppUrl = null } = own;
  return {
    masterKeys,
    redirectUri: `${publicUrl.replace(/\/+$/, '')}/auth/callback`,
    webAppUrl,
    defaultAccounts,
    oauthClients: {
      ...(googleClient && { google: googleClient }),
      ...Object.fromEntries(
        providerNames.flatMap((provider) => {
          const client = clientOf(provider, clients);
          return client === null ? [] : [[provider, client]];
        }),
      ),
    },
  };
}

function clientOf(provider: string, variables: z.infer<typeof Clients>): OAuthClient | null {
  const value = (what: string) => variables[variable(provider, what)] ?? null;
  const clientId = value('CLIENT_ID');
  if (clientId === null) return null;
  return { clientId, clientSecret: value('CLIENT_SECRET'), serverUrl: value('SERVER_URL') };
}
