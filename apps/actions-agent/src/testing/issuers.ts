import type { Clock } from '@intexuraos/kernel';
import { createTokenIssuer, type TokenClaims, type TokenIssuer } from '@intexuraos/testing';

export const audiences = {
  user: 'https://api.intexuraos.test',
  push: 'https://push.intexuraos.test',
  scheduler: 'https://cron.intexuraos.test',
};
export const emails = {
  push: 'push@p.iam.gserviceaccount.com',
  scheduler: 'cron@p.iam.gserviceaccount.com',
};
export const operatorClaim = { name: 'scope', value: 'operate' } as const;
export const subscriptionPrefix = 'projects/p/subscriptions/';
export const internalSecret = 'b1946ac92492d2347c6235b4d2611184-internal';

export interface Issuers {
  /** Where people sign in. */
  readonly people: TokenIssuer;
  /** Google, as far as Pub/Sub and Cloud Scheduler are concerned. */
  readonly google: TokenIssuer;
}

let started: Promise<Issuers> | undefined;

/** One pair for each test file: making keys takes longer than most tests. */
export function issuers(): Promise<Issuers> {
  started ??= Promise.all([createTokenIssuer(), createTokenIssuer()]).then(([people, google]) => ({ people, google }));
  return started;
}

/** For the end of a test file. */
export async function closeIssuers(): Promise<void> {
  const { people, google } = await issuers();
  await Promise.all([people.close(), google.close()]);
}

/** A token that is valid for an hour from now on the clock of the tests. */
export async function bearer(issuer: TokenIssuer, clock: Clock, claims: TokenClaims): Promise<string> {
  const iat = Math.floor(clock.now() / 1_000);
  return `Bearer ${await issuer.mint({ iat, exp: iat + 3_600, ...claims })}`;
}
