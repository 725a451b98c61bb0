import { AppError } from '@intexuraos/kernel';
import type { Publisher } from '@intexuraos/messaging';

/**
 * Refuses what the service did not say it would publish: it has no right to that topic in the cloud, and a test should
 * find out before an operator does.
 */
export const publishOnly = (events: ReadonlySet<string>, publisher: Publisher): Publisher => ({
  async publish(topic, event) {
    if (!events.has(topic.event))
      throw new AppError('INTERNAL_ERROR', `${topic.event} is not among what this service publishes`);
    await publisher.publish(topic, event);
  },
});
