import type { JsonObject } from '@intexuraos/kernel';

/** What a person typed in: a token, an app password, the address of a hook. */
export interface EnteredSecret {
  readonly kind: 'entered';
  readonly credentials: JsonObject;
}

/** What a platform gave for a person's consent. */
export interface OAuthSecret {
  readonly kind: 'oauth';
  readonly accessToken: string;
  readonly refreshToken: string | null;
  /** Unix milliseconds. */
  readonly obtainedAt: number;
  /** Null: it does not end by itself. */
  readonly expiresAt: number | null;
}

/** What opens an account: kept sealed, and never shown. */
export type AccountSecret = EnteredSecret | OAuthSecret;

/** The part of its life after which a token is renewed, so that it never ends during a call. */
const renewedAfter = 0.8;

/** Whether it should be renewed though it still works. */
export function isDue(secret: AccountSecret, now: number): boolean {
  if (secret.kind === 'entered' || secret.refreshToken === null || secret.expiresAt === null) return false;
  return now >= secret.obtainedAt + (secret.expiresAt - secret.obtainedAt) * renewedAfter;
}

/** Whether it does not work any more. */
export const isOver = (secret: AccountSecret, now: number): boolean =>
  secret.kind === 'oauth' && secret.expiresAt !== null && now >= secret.expiresAt;

/** What a connector is given. */
export const credentialsOf = (secret: AccountSecret): JsonObject =>
  secret.kind === 'entered' ? secret.credentials : { accessToken: secret.accessToken };

/** Whether these very credentials were just refused by the platform; `undefined`: none were. */
export const isRefused = (secret: AccountSecret, refused: unknown): boolean =>
  refused !== undefined && JSON.stringify(credentialsOf(secret)) === JSON.stringify(refused);
