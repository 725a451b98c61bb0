import { createHash, timingSafeEqual } from 'node:crypto';
import { AppError } from '@intexuraos/kernel';
import type { Ports } from '../ports.ts';

export interface Challenge {
  readonly mode: string | undefined;
  readonly verifyToken: string | undefined;
  readonly challenge: string | undefined;
}

/** Proves to Meta's dashboard that this URL is ours: the challenge comes back if the token is the configured one. */
export function answerChallenge({ webhook }: Pick<Ports, 'webhook'>, asked: Challenge): string {
  const knowsToken = sameText(asked.verifyToken ?? '', webhook.verifyToken);
  if (asked.mode !== 'subscribe' || !knowsToken) throw new AppError('FORBIDDEN', 'The verify token is not ours');
  const { challenge = '' } = asked;
  // Echoed to whoever asks: nothing that a browser could take for markup.
  if (!/^[\w-]{1,128}$/.test(challenge)) throw new AppError('INVALID_REQUEST', 'The challenge is not one');
  return challenge;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** In constant time, whatever the lengths. */
const sameText = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));
