import { type Clock, type Logger, type Random } from '@intexuraos/kernel';
import type { InboxOfPhone } from './inbox-of-phone.ts';
import type { Line, PhoneStatus } from './webhook-body.ts';
import type { WebhookCaller } from './webhook-caller.ts';

/** What the simulator's endpoints work on. */
export interface Simulator {
  readonly line: Line;
  readonly accessToken: string;
  readonly statuses: readonly PhoneStatus['status'][];
  readonly inbox: InboxOfPhone;
  readonly webhook: WebhookCaller;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
}

/** An id of the vendor's shape. */
export const newWamid = (random: Random): string =>
  `wamid.${Buffer.from(`simulated ${random.uuid()}`).toString('base64')}`;

export const unixSeconds = (clock: Clock): number => Math.floor(clock.now() / 1000);
