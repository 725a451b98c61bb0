import { Writable } from 'node:stream';
import {
  createManualClock,
  createTokenIssuer,
  type ManualClock,
  type TokenClaims,
  type TokenIssuer,
} from '@intexuraos/testing';
import { type AuthenticatorOptions, createAuthenticator } from '../authentication/create-authenticator.ts';
import type { Service, Undeliverable } from '../define.ts';
import { type ListenOptions, listen } from '../listen.ts';
import { createLogger } from '../log/create-logger.ts';
import { type Call, call, type Reply } from './call.ts';
import { createToy, createToyService, type Toy } from './toy-service.ts';

export const audiences = {
  user: 'https://api.example',
  push: 'https://push.example',
  scheduler: 'https://cron.example',
  service: 'https://services.example',
};
export const emails = {
  push: 'push@p.iam.gserviceaccount.com',
  scheduler: 'cron@p.iam.gserviceaccount.com',
  service: 'commands@p.iam.gserviceaccount.com',
};
export const secrets = {
  current: 'c0ffee-4a7b29e1d8f35602-current-secret',
  previous: 'c0ffee-93be17d2a4c8f056-previous-secret',
};
export const subscriptionPrefix = 'projects/toy/subscriptions/';

export interface ToyServer {
  readonly url: string;
  readonly toy: Toy;
  readonly services: readonly Service[];
  readonly clock: ManualClock;
  readonly people: TokenIssuer;
  readonly google: TokenIssuer;
  readonly undeliverable: Undeliverable[];
  /** All lines logged so far. */
  readonly logged: () => string;
  call(request: Call): Promise<Reply>;
  /** The header of a person. */
  user(claims?: Partial<TokenClaims>): Promise<{ readonly authorization: string }>;
  /** The header of a Google service account. */
  account(
    group: 'push' | 'scheduler' | 'service',
    claims?: Partial<TokenClaims>,
  ): Promise<{ readonly authorization: string }>;
  close(): Promise<void>;
}

export type ToyOptions = Partial<ListenOptions> & {
  readonly authentication?: Partial<AuthenticatorOptions>;
  /** Served beside the toy. */
  readonly neighbours?: readonly Service[];
};

/** The toy service behind everything that a real one stands behind, with issuers on the loopback interface. */
export async function startToyServer({
  authentication,
  neighbours = [],
  ...options
}: ToyOptions = {}): Promise<ToyServer> {
  const clock = createManualClock(Date.now());
  const [people, google] = await Promise.all([createTokenIssuer({ clock }), createTokenIssuer({ clock })]);
  const toy = createToy();
  const services = [createToyService(toy), ...neighbours];
  const undeliverable: Undeliverable[] = [];
  const lines: string[] = [];
  const destination = new Writable({ write: (chunk, _, done) => (lines.push(String(chunk)), done()) });
  const authenticator = createAuthenticator({ ...authenticationOf(people, google, clock), ...authentication });
  const server = await listen(services, {
    port: 0,
    authenticator,
    clock,
    log: createLogger({ level: 'debug', name: 'toys', destination }),
    failuresPerMinute: 10_000,
    onUndeliverable: (message) => void undeliverable.push(message),
    ...options,
  });
  const bearer = async (issuer: TokenIssuer, claims: TokenClaims) => ({
    authorization: `Bearer ${await issuer.mint(claims)}`,
  });
  return {
    url: server.url,
    toy,
    services,
    clock,
    people,
    google,
    undeliverable,
    logged: () => lines.join(''),
    call: (request) => call(server.url, request),
    user: (claims) => bearer(people, { aud: audiences.user, sub: 'anna', ...claims }),
    account: (group, claims) => bearer(google, { aud: audiences[group], email: emails[group], ...claims }),
    close: async () => {
      await server.close();
      await Promise.all([people.close(), google.close()]);
    },
  };
}

const authenticationOf = (people: TokenIssuer, google: TokenIssuer, clock: ManualClock): AuthenticatorOptions => ({
  user: {
    issuer: people.issuer,
    audience: audiences.user,
    jwks: people.jwksUrl,
    algorithms: ['RS256'],
    operator: { name: 'scope', value: 'operate' },
  },
  internal: secrets,
  google: {
    issuers: [google.issuer],
    jwks: google.jwksUrl,
    push: { audience: audiences.push, emails: [emails.push] },
    scheduler: { audience: audiences.scheduler, emails: [emails.scheduler] },
    service: { audience: audiences.service, emails: [emails.service] },
    subscriptionPrefix,
  },
  clock,
});
