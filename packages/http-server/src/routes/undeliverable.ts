import { createHash } from 'node:crypto';
import type { SubscriptionRoute, Undeliverable } from '../define.ts';
import { maskSecrets } from '../log/redact-text.ts';

const sampleBytes = 2048;

interface Lost {
  readonly messageId: string;
  readonly reason: string;
  /** As it came. */
  readonly bytes: Buffer;
  readonly body: string | null;
}

/** What is kept of a message that is lost. Cut first, redacted second: the cut must not halve a secret's mask. */
export function undeliverable(
  { name, topic }: Pick<SubscriptionRoute['spec'], 'name' | 'topic'>,
  { messageId, reason, bytes, body }: Lost,
): Undeliverable {
  return {
    subscription: name,
    event: topic.event,
    messageId,
    reason,
    hash: createHash('sha256').update(bytes).digest('hex'),
    sample: maskSecrets(bytes.subarray(0, sampleBytes).toString('utf8')),
    body,
  };
}
