import { type Clock, silentLogger } from '@intexuraos/kernel';
import type { CommitAndPublish } from '@intexuraos/platform';
import type { Store } from '@intexuraos/storage';
import { createManualClock, createSeededRandom, type ManualClock } from '@intexuraos/testing';
import { createActionCollection } from '../adapters/documents/action-collection.ts';
import { createAskLists, createExplanations, createReplyMeanings } from '../adapters/documents/conversation.ts';
import { createFigureBook } from '../adapters/documents/figures.ts';
import { createApprovalMessages, createQuota, createSweeperLease } from '../adapters/documents/records.ts';
import { createRuleUses } from '../adapters/documents/rule-uses.ts';
import type { ApprovalRule } from '../domain/approval-rule.ts';
import { defaultPolicy } from '../domain/context.ts';
import { type ActionsAgent, createUseCases } from '../use-cases/actions-agent.ts';
import { defaultSettings, type Settings } from '../use-cases/settings.ts';
import { type Bus, createBus } from './bus.ts';
import { createDoor } from './door.ts';
import { createPhone, type Phone } from './phone.ts';
import { type FaultPlan, noFaults } from './plan.ts';
import { createScheduler, type Process, type Scheduler } from './scheduler.ts';
import { createTarget, type Target } from './target.ts';

export const leaseMs = 10_000;
export const sweepMs = 5_000;
export const userId = 'person-1';
/** Later than any clock of a real store can be, so that nothing expires by that clock. */
const startOfLife = Date.UTC(2126, 0, 7, 9);

/** What the person wants not to be asked about, a few times a day. */
export const rule = {
  id: 'links',
  name: 'Links',
  actionTypes: ['link'],
  confidenceMin: 0.9,
  conditions: {},
  perDayMax: 3,
} as const satisfies ApprovalRule;

const settings: Settings = {
  ...defaultSettings,
  policy: { ...defaultPolicy, leaseMs, tellGraceMs: 2_000, askLifetimeMs: 600_000 },
  sweepMs,
  retryBaseMs: 1_000,
  retryMaxMs: 8_000,
  buttonSecret: 'simulated button secret of 32 characters',
  webAppUrl: 'https://app.example',
};

/** One instance of actions-agent that can die, and the world that outlives it. */
export interface World {
  readonly clock: ManualClock;
  readonly random: ReturnType<typeof createSeededRandom>;
  readonly scheduler: Scheduler;
  readonly store: Store;
  readonly bus: Bus;
  readonly phone: Phone;
  readonly target: Target;
  readonly crashes: number;
  plan: FaultPlan;
  /** The instance that is alive now. */
  agent(): ActionsAgent;
  process(): Process;
}

/** Opens a store with nothing in it that goes by this clock. */
export type OpenStore = (clock: Clock) => Store;

export function createWorld(seed: number, openStore: OpenStore): World {
  const random = createSeededRandom(seed);
  const clock = createManualClock(startOfLife);
  const scheduler = createScheduler(random);
  const store = waitedFor(openStore(clock), scheduler);
  const bus = createBus(random);
  const target = createTarget(random, () => clock.now());
  let crashes = 0;
  let alive = start();

  function start(): { readonly process: Process; readonly agent: ActionsAgent } {
    const process: Process = { dead: false };
    const die = () => {
      process.dead = true;
      crashes += 1;
      for (const letter of bus.letters) letter.delivering = false;
      alive = start();
    };
    const door = createDoor(process, scheduler, random, die);
    const plan = () => world?.plan ?? noFaults;
    const faulty: Store = {
      ...store,
      get: (collection, id) => door.pass({ ...plan(), after: 0 }, () => store.get(collection, id)),
      query: (collection, query) => door.pass({ ...plan(), after: 0 }, () => store.query(collection, query)),
      commit: (writes, durability) => door.pass(plan(), () => store.commit(writes, durability)),
    };
    /** As one file does it: whatever happens to the answer, the messages are there if the writes are. */
    const commitAndPublish: CommitAndPublish = (writes, durability, messages) =>
      door.pass(plan(), async () => {
        const outcome = await store.commit(writes, durability);
        if (outcome.outcome === 'committed') for (const { topic, event } of messages) bus.add(topic.event, event);
        return outcome;
      });
    const isOneFile = random.fraction() < 0.5;
    const agent = createUseCases(
      {
        actions: createActionCollection(faulty, clock, isOneFile ? commitAndPublish : undefined),
        askLists: createAskLists(faulty),
        replyMeanings: createReplyMeanings(faulty, clock),
        explanations: createExplanations(faulty, clock),
        approvalMessages: createApprovalMessages(faulty),
        sweeperLease: createSweeperLease(faulty, clock),
        quota: createQuota(faulty, clock, {}),
        figures: createFigureBook(faulty),
        publisher: bus.publisherThrough(door, plan),
        connect: target.connectThrough(door),
        people: { localeOf: async () => ({ timeZone: 'UTC', language: 'en' }) },
        proposeEdit: async () => [],
        approvalRules: { of: async () => [rule] },
        ruleUses: createRuleUses(faulty, clock),
        classifyIntent: async () => ({ outcome: 'no_key' }),
        recordCorrection: async () => undefined,
        meter: { actionCompleted: () => undefined },
        crashPoint: () => undefined,
        ready: async () => undefined,
        clock,
        random,
        log: silentLogger,
      },
      { ...settings, worksAfterAnswer: random.fraction() < 0.5, heardDelayMs: random.fraction() < 0.5 ? 0 : 20 },
    );
    return { process, agent };
  }

  const world: World = {
    clock,
    random,
    scheduler,
    store,
    bus,
    phone: createPhone(bus, () => clock.now()),
    target,
    get crashes() {
      return crashes;
    },
    plan: noFaults,
    agent: () => alive.agent,
    process: () => alive.process,
  };
  return world;
}

/** A store that answers whenever it can, and still only one step goes on at a time. */
const waitedFor = (store: Store, { during }: Scheduler): Store => ({
  ...store,
  get: (collection, id) => during(store.get(collection, id)),
  getMany: (collection, ids) => during(store.getMany(collection, ids)),
  query: (collection, query) => during(store.query(collection, query)),
  commit: (writes, durability) => during(store.commit(writes, durability)),
});
