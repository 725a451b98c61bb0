import type { Undeliverable } from '@intexuraos/http-server';
import type { Clock, Logger, Random } from '@intexuraos/kernel';
import { defineCollection, type Store } from '@intexuraos/storage';
import { z } from 'zod';

const DeadLetter = z.object({
  subscription: z.string(),
  messageId: z.string(),
  reason: z.string(),
  hash: z.string(),
  sample: z.string(),
  at: z.number(),
});

/** Messages that can never be worked on: for a person to look at; nothing delivers them again by itself. */
export const deadLetters = defineCollection({
  name: 'dead_letters',
  parse: (data) => DeadLetter.parse(data),
  indexes: [['subscription', 'at']],
});

interface KeeperPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
}

/** What `listen` does with an undeliverable message: it is stored, and an operator hears of it. */
export const keepDeadLetter =
  ({ store, clock, random, log }: KeeperPorts) =>
  async (message: Undeliverable): Promise<void> => {
    const { subscription, messageId, reason, hash, sample } = message;
    log.error({ alert: 'dead_letter', subscription, messageId, reason }, 'a message will never work and was put aside');
    const data = { subscription, messageId, reason, hash, sample, at: clock.now() };
    await store.commit([{ kind: 'put', collection: deadLetters, id: random.uuid(), data }]);
  };
