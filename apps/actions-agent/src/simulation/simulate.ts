import { ActionApprovalReply, ActionCreated, WhatsAppMessageSend, WhatsAppMessageStatus } from '@intexuraos/contracts';
import { contentHash } from '@intexuraos/kernel';
import { createMemoryStore } from '@intexuraos/storage/memory';
import { actions } from '../adapters/documents/collections.ts';
import type { Letter } from './bus.ts';
import { checkAlways, checkAtRest } from './invariants.ts';
import { createPerson } from './person.ts';
import { chance, noFaults, pick } from './plan.ts';
import { faultless } from './target.ts';
import { createWorld, leaseMs, type OpenStore, sweepMs, type World } from './world.ts';

const stepsOfTrouble = 220;
const roundsOfHealing = 60;
const stepsPerRound = 600;

export interface SimulationReport {
  readonly actions: number;
  readonly effects: number;
  readonly crashes: number;
  /** The same for the same seed. */
  readonly hash: string;
}

/**
 * One life of a person, their actions and a service that keeps failing, decided by the seed. The store is closed when it
 * is over. Throws on any breach.
 */
export async function simulate(
  seed: number,
  openStore: OpenStore = (clock) => createMemoryStore({ clock }),
): Promise<SimulationReport> {
  const world = createWorld(seed, openStore);
  try {
    return await live(world);
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`seed ${seed}: ${what}; repeat it with SIMULATION_SEED=${seed} SIMULATION_SEEDS=1`, { cause });
  } finally {
    await world.store.close();
  }
}

async function live(world: World): Promise<SimulationReport> {
  let failure: unknown = null;
  const person = createPerson(world, (error) => {
    failure ??= error;
  });
  world.plan = { before: 0.03, after: 0.03, crash: 0.015 };
  world.target.faults = { cutAfter: 0.15, cutBefore: 0.1, refused: 0.1, busy: 0.1 };
  for (let step = 0; step < stepsOfTrouble; step += 1) {
    await oneStep(world, () => person.act());
    await world.scheduler.quiet();
    checkAlways(world, person);
    if (failure !== null) throw failure;
  }
  await heal(world);
  await checkAtRest(world, person);
  if (failure !== null) throw failure;
  return report(world, person.created);
}

async function oneStep(world: World, act: () => void): Promise<void> {
  const { random, clock } = world;
  const luck = random.fraction();
  if (luck < 0.55) await world.scheduler.letOneGo();
  else if (luck < 0.75) deliverOne(world, 0.15);
  else if (luck < 0.9) act();
  else if (luck < 0.95) await clock.advance(Math.floor(random.fraction() * leaseMs * 1.5));
  else if (luck < 0.97) clock.jump(chance(random, 0.5) ? 1_000 : -1_000);
  else sweep(world);
}

const sweep = (world: World) =>
  void world
    .agent()
    .sweep()
    .catch(() => undefined);

/** Faults end, time goes on: everything that is under way must come to rest. */
async function heal(world: World): Promise<void> {
  world.plan = noFaults;
  world.target.faults = faultless;
  for (let round = 0; round < roundsOfHealing; round += 1) {
    await settle(world);
    await world.clock.advance(sweepMs + 1_000);
    sweep(world);
    await settle(world);
  }
}

async function settle(world: World): Promise<void> {
  for (let step = 0; step < stepsPerRound; step += 1) {
    while (world.bus.letters.some(({ delivering }) => !delivering)) deliverOne(world, 0);
    await world.scheduler.quiet();
    if (world.scheduler.waiting === 0) return;
    await world.scheduler.letOneGo();
  }
}

function deliverOne(world: World, duplicates: number): void {
  const letter = pick(
    world.random,
    world.bus.letters.filter(({ delivering }) => !delivering),
  );
  if (letter === undefined) return;
  letter.delivering = true;
  const process = world.process();
  handle(world, letter).then(
    () => process.dead || world.bus.acknowledge(letter, duplicates),
    () => {
      letter.delivering = false;
    },
  );
}

function handle(world: World, { topic, event }: Letter): Promise<unknown> {
  const agent = world.agent();
  switch (topic) {
    case 'action.created':
      return agent.process(ActionCreated.parse(event));
    case 'action.approval.reply':
      return agent.answerReply(ActionApprovalReply.parse(event));
    case 'whatsapp.message.status':
      return agent.recordMessageStatus(WhatsAppMessageStatus.parse(event));
    case 'whatsapp.message.send':
      return Promise.resolve(world.phone.receive(WhatsAppMessageSend.parse(event)));
    default:
      return Promise.resolve();
  }
}

async function report(world: World, created: ReadonlySet<string>): Promise<SimulationReport> {
  const stored = await world.store.getMany(actions, [...created].slice(0, 100));
  const log = { actions: stored.map(({ data }) => data), messages: world.phone.messages, effects: world.target.ledger };
  return {
    actions: created.size,
    effects: world.target.ledger.length,
    crashes: world.crashes,
    hash: contentHash(JSON.parse(JSON.stringify(log))),
  };
}
