import { createHash, timingSafeEqual } from 'node:crypto';

/** Somebody who signs in with a password. */
export interface LoginPerson {
  readonly userId: string;
  /** The name that is typed, in small letters. */
  readonly user: string;
  readonly passwordHash: string;
  readonly isOperator: boolean;
  /** Unix milliseconds. */
  readonly createdAt: number;
}

/** Who is signed in, as long as they keep coming back: each return gives a new refresh token, and the old one is used up. */
export interface LoginSession {
  readonly id: string;
  readonly userId: string;
  readonly isOperator: boolean;
  /** Of the one refresh token that is worth something. */
  readonly secretHash: string;
  /** Unix milliseconds. */
  readonly expiresAt: number;
}

/** What a person may be called. */
export const loginNameForm = /^[\w.@+-]{1,128}$/;

/** NIST SP 800-63B: long, and of whatever characters somebody likes. */
export const newPasswordLength = { min: 12, max: 256 } as const;

/** The same name however it is typed. */
export const loginName = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

/** A refresh token names its session and shows the secret of it. */
export function sessionKey(refreshToken: string): { readonly id: string; readonly secret: string } {
  const [id = '', secret = ''] = refreshToken.split('.');
  return { id, secret };
}

export const secretHashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export const isSecretOf = ({ secretHash }: LoginSession, secret: string): boolean => {
  const given = secretHashOf(secret);
  return given.length === secretHash.length && timingSafeEqual(Buffer.from(given), Buffer.from(secretHash));
};
