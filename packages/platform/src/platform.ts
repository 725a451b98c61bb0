import type { Clock, Logger, Random } from '@intexuraos/kernel';
import type { Publisher } from '@intexuraos/messaging';
import type { Store } from '@intexuraos/storage';

/** What a service stands on. `cloud.ts` and `local.ts` are the two ways to have it; the tests bring their own. */
export interface Platform {
  readonly store: Store;
  readonly publisher: Publisher;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
}
