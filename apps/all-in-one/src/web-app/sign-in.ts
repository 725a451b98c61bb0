import { hash, timingSafeEqual } from 'node:crypto';
import type { Quota } from '@intexuraos/http-server';
import { AppError } from '@intexuraos/kernel';
import type { SignedIn, WebApp } from './ports.ts';

interface SignInOptions {
  /** Of this start; whoever sees the terminal has it. */
  readonly code: string;
  readonly quota: Quota;
  issue(): Promise<SignedIn>;
}

const digestOf = (text: string) => hash('sha256', text, 'buffer');

/** The link of the terminal becomes a token. It holds until the process ends, so a second browser may use it too. */
export function createSignIn({ code, quota, issue }: SignInOptions): WebApp['signIn'] {
  const expected = digestOf(code);
  return async (given) => {
    const { allowed, retryAfterSeconds } = await quota.take('anybody', 'sign-in');
    if (!allowed) throw new AppError('RATE_LIMITED', 'Too many tries to sign in', { retryAfterSeconds });
    if (!timingSafeEqual(digestOf(given), expected)) {
      throw new AppError('UNAUTHORIZED', 'This link is not that of the running process: take the one it printed last');
    }
    return issue();
  };
}
