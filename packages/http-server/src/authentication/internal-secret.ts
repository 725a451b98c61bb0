import { hash, timingSafeEqual } from 'node:crypto';
import { isPlaceholder } from '../configuration/secret.ts';

export interface InternalSecrets {
  /** A secret, or one per caller as `name:secret`; callers send exactly this text. */
  readonly current: string | readonly string[];
  /** Still accepted during a rotation. */
  readonly previous?: string | readonly string[];
}

interface KnownSecret {
  readonly service: string;
  readonly digest: Buffer;
}

const secretCharsMin = 32;
const named = /^([a-z][a-z0-9-]*):(.+)$/;

const digestOf = (text: string) => hash('sha256', text, 'buffer');

const listOf = (given: string | readonly string[] | undefined): readonly string[] =>
  given === undefined ? [] : typeof given === 'string' ? [given] : given;

const known = (text: string): KnownSecret => ({ service: named.exec(text)?.[1] ?? 'internal', digest: digestOf(text) });

/** What is wrong with the secrets, as sentences that do not contain them. */
export function weaknesses({ current, previous }: InternalSecrets): string[] {
  const secrets = [...listOf(current), ...listOf(previous)];
  const weak = secrets.map((text) => named.exec(text)?.[2] ?? text).filter(isWeak).length;
  return [
    ...(listOf(current).length === 0 ? ['the internal secret is missing'] : []),
    ...(weak > 0 ? [`an internal secret is a placeholder, or shorter than ${secretCharsMin} characters`] : []),
    ...(new Set(secrets).size < secrets.length ? ['the current and the previous internal secret are equal'] : []),
  ];
}

const isWeak = (secret: string) => secret.length < secretCharsMin || isPlaceholder(secret);

/** Tells which service sent the secret, or null. Takes the same time whichever secret it is, or none. */
export function secretReader({ current, previous }: InternalSecrets): (given: string) => string | null {
  const secrets = [...listOf(current), ...listOf(previous)].map(known);
  return (given) => {
    const digest = digestOf(given);
    let found: string | null = null;
    for (const secret of secrets) {
      if (timingSafeEqual(digest, secret.digest)) found = secret.service;
    }
    return found;
  };
}
