import { type ConnectorName, connectors } from '@intexuraos/connectors';
import { platformStandIns, type StandIn } from '@intexuraos/connectors/testing';
import { z } from 'zod';
import { localAccess } from '../../reliability/testing/harness/one-machine/local-access.ts';
import { type OneMachine, openOneMachine } from '../../reliability/testing/harness/one-machine/open-one-machine.ts';
import type { Variables } from '../../reliability/testing/harness/process.ts';
import { within } from '../../reliability/testing/harness/world.ts';
import { type CallbackReceiver, receiveCallbacks } from './callback-receiver.ts';
import { accountOn, platforms, wishFor } from './wishes.ts';

const Entry = z.object({ request_id: z.string(), platform: z.string(), status: z.string(), attempts: z.number() });
export type Entry = z.infer<typeof Entry>;
const Entries = z.object({ data: z.object({ requests: z.array(Entry) }) });

/** The product beside every outside platform. */
export interface OperationsWorld extends OneMachine {
  readonly standIns: Readonly<Record<ConnectorName, StandIn>>;
  readonly receiver: CallbackReceiver;
  /** An account on each platform. */
  connect(): Promise<void>;
  /** Its status, or null when the machine died over it. The same key each time. */
  perform(platform: ConnectorName, more?: object): Promise<number | null>;
  /** What is known of the operations that were asked for; null while the machine does not answer. */
  entries(): Promise<readonly Entry[] | null>;
}

async function serveAll(): Promise<OperationsWorld['standIns']> {
  const served = platforms.map(async (name) => [name, await platformStandIns[name]?.(0)] as const);
  return Object.fromEntries(await Promise.all(served)) as Record<ConnectorName, StandIn>;
}

const variablesFor = (standIns: OperationsWorld['standIns'], leaseMs: number) => ({
  INTEXURAOS_OPERATIONS_LOOPBACK: 'true',
  INTEXURAOS_OPERATION_LEASE_MS: String(leaseMs),
  ...Object.fromEntries(
    platforms
      .filter((name) => connectors[name].apiUrl !== '')
      .map((name) => [`INTEXURAOS_${name.toUpperCase()}_API_URL`, standIns[name].url]),
  ),
});

interface OperationsWorldOptions {
  /** After which what was begun on a platform counts as lost. */
  readonly leaseMs: number;
  readonly variables?: Variables;
  readonly hasOwnServices?: boolean;
}

async function openOperationsWorld(options: OperationsWorldOptions): Promise<OperationsWorld> {
  const { leaseMs, variables = {}, ...others } = options;
  const [standIns, receiver] = await Promise.all([serveAll(), receiveCallbacks()]);
  const world = await openOneMachine({ variables: { ...variablesFor(standIns, leaseMs), ...variables }, ...others });
  const access = localAccess(world.dataDir);
  const call = async (path: string, body?: object, headers: Readonly<Record<string, string>> = {}) =>
    fetch(world.machine.agent.url + path, {
      headers: { ...(await access.asPerson()), 'content-type': 'application/json', ...headers },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
  return {
    ...world,
    standIns,
    receiver,
    async connect() {
      const replies = await Promise.all(platforms.map((name) => call('/connections', accountOn(name, standIns[name]))));
      for (const reply of replies) if (reply.status !== 201) throw new Error(await reply.text());
    },
    async perform(platform, more = {}) {
      const body = { ...wishFor(platform), callback_url: receiver.url, ...more };
      const reply = await call('/perform_action', body, { 'idempotency-key': `wish-${platform}` }).catch(() => null);
      return reply?.status ?? null;
    },
    async entries() {
      const reply = await call('/requests').catch(() => null);
      return reply?.ok ? Entries.parse(await reply.json()).data.requests : null;
    },
    async close() {
      await world.close();
      await Promise.all([receiver.close(), ...Object.values(standIns).map((standIn) => standIn.close())]);
    },
  };
}

/** A world that is cleared away afterwards; what went wrong in it comes with the machine's last words. */
export const inOperationsWorld = <T>(
  options: OperationsWorldOptions,
  work: (world: OperationsWorld) => Promise<T>,
): Promise<T> => within(openOperationsWorld(options), work);
