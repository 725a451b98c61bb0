import type { Undeliverable } from '@intexuraos/http-server';
import type { Clock, Logger, Random } from '@intexuraos/kernel';
import type { Store } from '@intexuraos/storage';
import { type DeadLetter, deadLetters } from './collection.ts';

interface KeeperPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
}

/** What somebody said is not kept longer than anybody would still want it done. */
const keptMs = 30 * 24 * 60 * 60_000;

/** What `listen` does with an undeliverable message: it is stored, and an operator hears of it. */
export const keepDeadLetter =
  ({ store, clock, random, log }: KeeperPorts) =>
  async (message: Undeliverable): Promise<void> => {
    const { subscription, messageId, reason } = message;
    const at = clock.now();
    const data: DeadLetter = { ...message, at, redrive: null, expiresAt: at + keptMs };
    log.error(
      { alert: 'dead_letter', subscription, messageId, reason },
      'a message could not be dealt with and was put aside',
    );
    await store.commit([{ kind: 'put', collection: deadLetters, id: random.uuid(), data }]);
  };
