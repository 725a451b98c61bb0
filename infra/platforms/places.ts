import { type Connector, connectors } from '@intexuraos/connectors';
import { platformStandIns } from '@intexuraos/connectors/testing';

/** Where everything listens: the page first, then the authorization server, then one platform after the other. */
export const firstPort = 9_100;
export const pageUrl = `http://127.0.0.1:${firstPort}`;
export const oauthPort = firstPort + 1;
export const portOf = (platform: string) => oauthPort + 1 + Object.keys(platformStandIns).indexOf(platform);

const all = Object.values<Connector>(connectors);

export const scopes = [...new Set(all.flatMap(({ oauth }) => Object.keys(oauth?.scopes ?? {})))];
const providers = [...new Set(all.flatMap(({ oauth }) => (oauth === null ? [] : [oauth.provider])))];

export const client = { clientId: 'intexuraos', clientSecret: 'canary-secret-of-the-test-client-0123456789' };

/** What `npm start` is given so that all of this stands in the place of the real platforms. */
export function variables(): Readonly<Record<string, string>> {
  const oauthUrl = `http://127.0.0.1:${oauthPort}`;
  const apiUrls = all
    .filter(({ name, apiUrl }) => apiUrl !== '' && name in platformStandIns)
    .map(({ name }) => ({ [`INTEXURAOS_${name.toUpperCase()}_API_URL`]: `http://127.0.0.1:${portOf(name)}` }));
  const clients = providers.map((provider) => clientVariables(provider, oauthUrl));
  return {
    INTEXURAOS_OPERATIONS_LOOPBACK: 'true',
    ...merged([...apiUrls, ...clients]),
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(portOf('email')),
    SMTP_SECURITY: 'none',
    SENDER_EMAIL: 'me@example.com',
    OPENAI_API_KEY: 'canary-key-of-the-test-platform',
    HOME_ASSISTANT_URL: `http://127.0.0.1:${portOf('home_assistant')}`,
    HOME_ASSISTANT_TOKEN: 'canary-token-of-the-test-platform',
  };
}

function clientVariables(provider: string, serverUrl: string): Readonly<Record<string, string>> {
  const prefix = `INTEXURAOS_OAUTH_${provider.toUpperCase()}`;
  return {
    [`${prefix}_CLIENT_ID`]: client.clientId,
    [`${prefix}_CLIENT_SECRET`]: client.clientSecret,
    [`${prefix}_SERVER_URL`]: serverUrl,
  };
}

const merged = (parts: readonly Readonly<Record<string, string>>[]): Readonly<Record<string, string>> =>
  parts.reduce((before, part) => ({ ...before, ...part }), {});
