import { createHash } from 'node:crypto';
import type { Undeliverable } from '../define.ts';
import { maskSecrets } from '../log/redact-text.ts';

const sampleBytes = 2048;

/** What is kept of a message that will never work. Cut first, redacted second: the cut must not halve a secret's mask. */
export function undeliverable(subscription: string, messageId: string, reason: string, body: Buffer): Undeliverable {
  return {
    subscription,
    messageId,
    reason,
    hash: createHash('sha256').update(body).digest('hex'),
    sample: maskSecrets(body.subarray(0, sampleBytes).toString('utf8')),
  };
}
