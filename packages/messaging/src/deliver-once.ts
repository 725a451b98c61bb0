import type { Consumer, Delivery, Verdict } from './messaging.ts';

/** A consumer promises not to throw; one that breaks the promise has not dealt with the message. */
export async function deliverOnce(consumer: Consumer, delivery: Delivery): Promise<Verdict> {
  try {
    return await consumer.deliver(delivery);
  } catch {
    return 'retry';
  }
}
