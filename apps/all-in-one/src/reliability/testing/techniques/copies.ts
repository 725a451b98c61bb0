import { createSeededRandom } from '@intexuraos/testing';
import { atRest } from '../harness/life.ts';
import { severalTimes } from '../harness/phone/webhook.ts';
import type { StoredAction } from '../harness/stored.ts';
import { type OpenWorld, type World, within } from '../harness/world.ts';
import { converse } from './conversations.ts';

/** All that came of the conversations, without what may differ from run to run: times. */
export interface Outcome {
  readonly actions: Readonly<Record<string, object>>;
  readonly effects: readonly string[];
  readonly messages: readonly string[];
}

const statuses = ['sent', 'delivered', 'read'];

/** So many copies keep two processors busy: a run that is only slow is not to count as lost. */
const variables = { INTEXURAOS_LEASE_MS: '30000' };

/** Every webhook once, in order. */
export const deliveredOnce = (open: OpenWorld, name: string): Promise<Outcome> =>
  outcomeOf(open({ statuses, variables }), name, async () => undefined);

/**
 * Every webhook `times` times at any time within `spreadMs`, so also after the end of what it was about; statuses in any
 * order. When all is at rest the machine is killed and hears everything once more.
 */
export function deliveredOften(
  open: OpenWorld,
  name: string,
  options: { readonly times: number; readonly spreadMs: number; readonly seed: number },
): Promise<Outcome> {
  const copies = { ...options, random: createSeededRandom(options.seed) };
  const delivery = severalTimes({ ...copies, firstAtOnce: true });
  const statusDelivery = severalTimes({ ...copies, firstAtOnce: false });
  return outcomeOf(open({ statuses, variables, delivery, statusDelivery }), name, async (world) => {
    const { machine, phone } = world;
    await atRest(world);
    await machine.kill();
    await machine.start();
    phone.redeliver();
    await phone.settled();
  });
}

const outcomeOf = (
  opening: Promise<World>,
  name: string,
  afterwards: (world: World) => Promise<void>,
): Promise<Outcome> =>
  within(opening, async (world) => {
    const { machine, phone, target } = world;
    await machine.start();
    const ids = await converse(world, name);
    await phone.settled();
    await afterwards(world);
    await atRest(world);
    await phone.settled();
    await machine.kill('SIGTERM');
    return {
      actions: await world.readStored(async (all) => {
        const stored = [...ids].map(async ([title, id]) => [title, comparable(await all.action(id))] as const);
        return Object.fromEntries(await Promise.all(stored));
      }),
      effects: target.ledger.map(({ key }) => key),
      messages: phone.messages.map(({ key, text }) => `${key.split(':')[0]}: ${text}`).toSorted(),
    };
  });

/** Statuses may be reported in any order, so their entries are left out; what they led to stays in `ask.delivery`. */
function comparable({ status, version, attempts, outcome, ask, timeline }: StoredAction): object {
  const history = timeline
    .filter(({ event }) => event !== 'delivery')
    .map(({ event, channel, status: to, version: of }) => `${event} by ${channel}: ${to} v${of}`);
  return { status, version, attempts, outcome, delivery: ask?.delivery.status, history };
}
