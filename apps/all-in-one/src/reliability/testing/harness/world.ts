import type { Api } from './api.ts';
import type { Machine } from './machine.ts';
import type { Phone, PhoneOptions } from './phone/phone.ts';
import type { Variables } from './process.ts';
import type { Stored } from './stored.ts';
import type { Target } from './target/target.ts';

export interface WorldOptions
  extends Pick<PhoneOptions, 'delivery' | 'statusDelivery' | 'statuses' | 'acceptsAfterMs'> {
  readonly variables?: Variables;
}

/** The product, not started yet, and what stands around it. */
export interface World {
  readonly machine: Machine;
  readonly api: Api;
  readonly phone: Phone;
  readonly target: Target;
  /** What is stored, once the machine has been ended. */
  readStored<T>(read: (stored: Stored) => Promise<T>): Promise<T>;
  /** Kills what still runs, and clears everything away. */
  close(): Promise<void>;
}

/** The same product on another foundation. */
export type OpenWorld = (options: WorldOptions) => Promise<World>;

/** A world that is cleared away afterwards, however the work in it ends; what went wrong comes with the machine's log. */
export async function within<W extends World, T>(opening: Promise<W>, work: (world: W) => Promise<T>): Promise<T> {
  const world = await opening;
  try {
    return await work(world);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${reason}\n\n${await lastWords(world)}`, { cause });
  } finally {
    await world.close();
  }
}

async function lastWords({ machine, readStored }: World): Promise<string> {
  await machine.kill();
  const given = await readStored(async ({ deadLetters }) => deadLetters).catch(String);
  return `Messages that were given up: ${given}\nThe machine's last words:\n${machine.output()}`;
}
