import { setImmediate } from 'node:timers/promises';
import type { Composition, Service } from '@intexuraos/http-server';
import type { Logger } from '@intexuraos/kernel';
import type { Publisher } from '@intexuraos/messaging';
import type { InstanceSubscriptions } from '@intexuraos/messaging/pubsub';
import type { Store } from '@intexuraos/storage';

interface Held {
  readonly store: Store;
  readonly publisher: Publisher & { close(): Promise<void> };
  readonly subscriptions: InstanceSubscriptions;
  readonly log: Logger;
}

/** To build a subscriber keeps the processor busy, and whoever waits for this instance waits for the store. */
async function readyFirst(store: Store): Promise<void> {
  await store.ping().catch(() => undefined);
  await setImmediate();
}

/** What one instance opens once it answers requests, and gives back after the last one. */
export function instanceLife(
  { routes }: Service,
  { store, publisher, subscriptions, log }: Held,
): Required<Pick<Composition, 'started' | 'close'>> {
  const own = routes.filter((route) => route.kind === 'subscription').filter(({ spec }) => spec.fanOut === true);
  return {
    async started() {
      await readyFirst(store);
      await Promise.all(own.map(({ consumer }) => subscriptions.attach(consumer)));
      if (own.length > 0) log.info({ subscriptions: own.map(({ spec }) => spec.name) }, 'subscribed for this instance');
    },
    async close() {
      await subscriptions.close();
      await Promise.all([store.close(), publisher.close()]);
    },
  };
}
