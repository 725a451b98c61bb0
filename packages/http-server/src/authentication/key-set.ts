import { AppError, type Clock } from '@intexuraos/kernel';
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

const KeySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

const cacheMs = 600_000;
const cooldownMs = 30_000;
const coldCooldownMs = 2_000;
export const keyFetchTimeoutMs = 5_000;

/** The issuer's keys: from its URL, or given as they are. A token must name its key. */
export function keySource(jwks: string | JSONWebKeySet, clock: Clock, timeoutMs: number): JWTVerifyGetKey {
  const source =
    typeof jwks === 'string' ? remoteKeys(new KeyCache(new URL(jwks), clock, timeoutMs)) : createLocalJWKSet(jwks);
  return (header, token) => {
    if (header === undefined || typeof header.kid !== 'string') throw new errors.JWKSNoMatchingKey();
    return source(header, token);
  };
}

function remoteKeys(cache: KeyCache): JWTVerifyGetKey {
  return async (header, token) => {
    const keys = await cache.current();
    try {
      return await keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      return (await cache.renewed())(header, token);
    }
  };
}

/**
 * Keys of one URL. Old keys serve on while the URL does not answer; without any, the caller is told to come again.
 * An unknown key id makes it look again, at most every 30 s, so that invented ids cannot make us hammer the issuer.
 */
class KeyCache {
  readonly #url: URL;
  readonly #clock: Clock;
  readonly #timeoutMs: number;
  #keys: JWTVerifyGetKey | undefined;
  #fetchedAt = Number.NEGATIVE_INFINITY;
  #triedAt = Number.NEGATIVE_INFINITY;
  #pending: Promise<void> | undefined;

  constructor(url: URL, clock: Clock, timeoutMs: number) {
    this.#url = url;
    this.#clock = clock;
    this.#timeoutMs = timeoutMs;
  }

  async current(): Promise<JWTVerifyGetKey> {
    const isFresh = this.#clock.now() - this.#fetchedAt < cacheMs;
    if (this.#keys !== undefined && isFresh) return this.#keys;
    await this.#refresh(this.#keys === undefined ? coldCooldownMs : cooldownMs);
    if (this.#keys === undefined) throw unreachable();
    return this.#keys;
  }

  async renewed(): Promise<JWTVerifyGetKey> {
    await this.#refresh(cooldownMs);
    return this.current();
  }

  async #refresh(pauseMs: number): Promise<void> {
    if (this.#pending === undefined && this.#clock.now() - this.#triedAt < pauseMs) return;
    this.#pending ??= this.#fetch().finally(() => {
      this.#pending = undefined;
    });
    await this.#pending;
  }

  async #fetch(): Promise<void> {
    this.#triedAt = this.#clock.now();
    try {
      const response = await fetch(this.#url, { redirect: 'error', signal: AbortSignal.timeout(this.#timeoutMs) });
      if (!response.ok) return;
      this.#keys = createLocalJWKSet(KeySet.parse(await response.json()));
      this.#fetchedAt = this.#clock.now();
    } catch {
      // Whatever it was: `current` answers with the old keys, or says that there are none.
    }
  }
}

const unreachable = () =>
  new AppError('UNAVAILABLE', 'Credentials cannot be checked at the moment', {
    retryAfterSeconds: 5,
    cause: 'the key set cannot be fetched',
  });
