import type { ConnectorName } from '@intexuraos/connectors';
import { z } from 'zod';
import { asked, reached, wished } from '../../reliability/testing/harness/life.ts';
import { localAccess } from '../../reliability/testing/harness/one-machine/local-access.ts';
import { until } from '../../reliability/testing/harness/until.ts';
import { wishFor } from '../../reliability/testing/harness/wishes.ts';
import { inOperationsWorld, type OperationsWorld } from './operations-world.ts';

const Item = z.object({
  id: z.string(),
  kind: z.string(),
  pending: z.boolean(),
  problem: z.string().nullable(),
  found: z.object({ mirror: z.object({ platform: z.string(), account: z.string(), url: z.string() }) }).nullable(),
  can: z.array(z.string()),
});
export type Item = z.infer<typeof Item>;
const Items = z.object({ data: z.object({ items: z.array(Item) }) });

/** Where a copy of what was approved has to appear, and as what. */
export const mirrored = {
  note: { platform: 'notion', operation: 'create_page' },
  todo: { platform: 'notion', operation: 'create_task' },
  calendar: { platform: 'google_calendar', operation: 'create_event' },
  linear: { platform: 'linear', operation: 'create_issue' },
} as const satisfies Record<string, { platform: ConnectorName; operation: string }>;
export type MirroredKind = keyof typeof mirrored;
export const mirroredKinds = Object.keys(mirrored) as readonly MirroredKind[];

/** Longer than an operation's, so that what a crash left there has been brought to an end before it is asked for again. */
const errandLeaseMs = 6_000;

/** What a to-do needs to be a task with a day. */
const payloads: Partial<Record<MirroredKind, object>> = {
  todo: { prompt: 'a to-do', dueDate: '2026-11-30' },
};

export interface MirrorWorld extends OperationsWorld {
  /** Wishes for a thing and says yes; resolves when it is kept. */
  approve(kind: MirroredKind): Promise<void>;
  /** The one item of the kind; throws when there are more. Null: none yet. */
  item(kind: MirroredKind): Promise<Item | null>;
  call(method: string, path: string, body?: object): Promise<Response>;
  /** How often it is on its platform. */
  copies(kind: MirroredKind): number;
}

function mirrorWorld(world: OperationsWorld): MirrorWorld {
  const access = localAccess(world.dataDir);
  const call = async (method: string, path: string, body?: object) =>
    fetch(world.machine.agent.url + path, {
      method,
      headers: { ...(await access.asPerson()), 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
  return {
    ...world,
    call,
    async approve(kind) {
      const wish = wishFor(kind);
      const id = await wished(world, { ...wish, payload: payloads[kind] ?? wish.payload });
      world.phone.tap(await asked(world, id), 'Approve');
      await reached(world, id, 'completed');
    },
    async item(kind) {
      const reply = await call('GET', `/items?kind=${kind}`).catch(() => null);
      if (!reply?.ok) return null;
      const [item = null, ...others] = Items.parse(await reply.json()).data.items;
      if (others.length > 0) throw new Error(`there are ${others.length + 1} of ${kind}`);
      return item;
    },
    copies: (kind) =>
      world.standIns[mirrored[kind].platform].ledger.filter(({ operation }) => operation === mirrored[kind].operation)
        .length,
  };
}

/** A machine whose own services keep what was approved, beside every outside platform. */
export const inMirrorWorld = <T>(work: (world: MirrorWorld) => Promise<T>): Promise<T> =>
  inOperationsWorld(
    {
      leaseMs: 3_600,
      hasOwnServices: true,
      variables: { INTEXURAOS_ERRAND_LEASE_MS: String(errandLeaseMs) },
    },
    (world) => work(mirrorWorld(world)),
  );

/** The item as soon as it is known where its copy is. */
export const mirroredItem = ({ item }: MirrorWorld, kind: MirroredKind): Promise<Item> =>
  until(`the ${kind} to be on its platform`, async () => {
    const found = await item(kind);
    return found?.found ? found : null;
  });
