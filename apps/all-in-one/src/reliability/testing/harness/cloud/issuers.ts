import { createTokenIssuer, type TokenIssuer } from '@intexuraos/testing';
import { localPerson } from '../../../../first-start/local-person.ts';
import type { Access, Headers } from '../api.ts';

/** Whoever signs tokens around the cloud's services. */
export interface Issuers {
  /** Where people sign in. */
  readonly people: TokenIssuer;
  /** Google, as far as Pub/Sub and Cloud Scheduler are concerned. */
  readonly google: TokenIssuer;
  close(): Promise<void>;
}

export const accounts = {
  push: 'pubsub-push@demo.iam.gserviceaccount.com',
  scheduler: 'scheduler@demo.iam.gserviceaccount.com',
};
export const peopleAudience = 'https://api.intexuraos.test';
export const internalToken = 'b1946ac92492d2347c6235b4d2611184-internal';

export async function startIssuers(): Promise<Issuers> {
  const [people, google] = await Promise.all([createTokenIssuer(), createTokenIssuer()]);
  return { people, google, close: async () => void (await Promise.all([people.close(), google.close()])) };
}

/** Longer than any test. */
const lifetimeSeconds = 86_400;

export async function cloudAccess(
  { people, google }: Issuers,
  { projectId, agentUrl }: { readonly projectId: string; readonly agentUrl: string },
): Promise<Access> {
  const exp = Math.floor(Date.now() / 1_000) + lifetimeSeconds;
  const token = await people.mint({ aud: peopleAudience, sub: localPerson.userId, exp });
  return {
    userId: () => localPerson.userId,
    asPerson: async () => ({ authorization: `Bearer ${token}` }),
    asService: async () => ({ 'x-internal-auth': internalToken }),
    asPubSub: () => asAccount(google, 'push', agentUrl),
    subscriptionPrefix: `projects/${projectId}/subscriptions/`,
  };
}

/** What Google sends when one of the accounts calls a service at its address. */
export async function asAccount(
  google: TokenIssuer,
  account: keyof typeof accounts,
  address: string,
): Promise<Headers> {
  return { authorization: `Bearer ${await google.mint({ aud: address, email: accounts[account] })}` };
}
