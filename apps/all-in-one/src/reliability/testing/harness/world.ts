import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { neighbourUrlVariables } from '@intexuraos/actions-agent/config';
import { type Api, createApi } from './api.ts';
import { freePort } from './free-port.ts';
import { createMachine, type Machine, type Variables } from './machine.ts';
import { type Phone, type PhoneOptions, startPhone } from './phone/phone.ts';
import { startTarget, type Target } from './target/target.ts';

const appSecret = 'the app secret of these tests';

/** These two stay the machine's own. */
const own = new Set(['INTEXURAOS_USER_SERVICE_URL', 'INTEXURAOS_COMMANDS_AGENT_URL']);
const targetVariables = neighbourUrlVariables.filter((name) => !own.has(name));

export interface WorldOptions extends Pick<PhoneOptions, 'delivery' | 'statusDelivery' | 'statuses'> {
  readonly variables?: Variables;
  /** A new folder unless said; it is kept when it is said. */
  readonly dataDir?: string;
}

/** The machine, not started yet, and what stands around it. */
export interface World {
  readonly machine: Machine;
  readonly api: Api;
  readonly phone: Phone;
  readonly target: Target;
  /** Kills the machine if it still runs, and clears everything away. */
  close(): Promise<void>;
}

export async function openWorld({
  variables = {},
  dataDir: given,
  ...phoneOptions
}: WorldOptions = {}): Promise<World> {
  const dataDir = given ?? (await mkdtemp(join(tmpdir(), 'intexuraos-reliability-')));
  const port = await freePort();
  const webhookUrl = `http://127.0.0.1:${port}/whatsapp/webhooks`;
  const phone = await startPhone({ webhookUrl, appSecret, ...phoneOptions });
  const target = await startTarget();
  const machine = createMachine({
    dataDir,
    port,
    variables: {
      ...Object.fromEntries(targetVariables.map((name) => [name, target.url])),
      INTEXURAOS_WEB_APP_URL: 'https://app.example.com',
      INTEXURAOS_WHATSAPP_API_URL: phone.url,
      INTEXURAOS_WHATSAPP_APP_SECRET: appSecret,
      ...variables,
    },
  });
  return {
    machine,
    api: createApi(machine),
    phone,
    target,
    async close() {
      await machine.kill();
      await Promise.all([phone.close(), target.close()]);
      if (given === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A world that is cleared away afterwards, however the work in it ends; what went wrong comes with the machine's log. */
export async function inWorld<T>(options: WorldOptions, work: (world: World) => Promise<T>): Promise<T> {
  const world = await openWorld(options);
  try {
    return await work(world);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${reason}\n\nThe machine's last words:\n${world.machine.output().slice(-4_000)}`, { cause });
  } finally {
    await world.close();
  }
}
