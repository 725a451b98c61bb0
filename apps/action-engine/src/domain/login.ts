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

/** The same name however it is typed. */
export const loginName = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();
