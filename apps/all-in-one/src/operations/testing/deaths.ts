import { crashPointNames } from '@intexuraos/action-engine/config';
import type { ConnectorName } from '@intexuraos/connectors';
import { until } from '../../reliability/testing/harness/until.ts';
import { inOperationsWorld, type OperationsWorld } from './operations-world.ts';
import { type Outcome, outcomeOn } from './outcome.ts';
import { canTell, changes, effectsOn, platforms } from './wishes.ts';

export type Point = (typeof crashPointNames)[number];
/** While the platform has the request. */
const atThePlatform = ['hang before the effect', 'hang after the effect'] as const;
type Hang = (typeof atThePlatform)[number];

/** When in an operation's life the machine is killed. */
export type Death = Point | Hang;
export const deaths: readonly Death[] = [...crashPointNames, ...atThePlatform];

/** What somebody saw after a death over an operation. */
export interface Seen {
  readonly death: Death;
  readonly platform: ConnectorName;
  readonly outcome: Outcome;
}

const isNotice = (death: Death) => death.endsWith('-notice');

/** Only what nobody can find out needs a notice. */
export const platformsAt = (death: Death): readonly ConnectorName[] =>
  isNotice(death) ? platforms.filter((platform) => !canTell(platform)) : platforms;

/** Deaths at which the outcome is not written down; whether the platform has done it by then. */
const inTheMiddle: Partial<Record<Death, { readonly hasHappened: boolean }>> = {
  'before-operation': { hasHappened: false },
  'hang before the effect': { hasHappened: false },
  'hang after the effect': { hasHappened: true },
  'after-operation': { hasHappened: true },
};

/** The truth about it, when it has been brought to an end. */
export function truthAfter(death: Death, platform: ConnectorName): Outcome {
  if (isNotice(death)) return { status: 'unknown', effects: 1, told: ['unknown'], isNoticed: true };
  const middle = inTheMiddle[death];
  const status = middle === undefined || canTell(platform) ? 'executed' : 'unknown';
  const isDone = status === 'executed' || middle?.hasHappened === true;
  return { status, effects: changes(platform) && isDone ? 1 : 0, told: [status], isNoticed: status === 'unknown' };
}

/** Twice what an operation and a restart take on a busy machine: until then what was begun counts as running. */
const leaseMs = 3_600;

/** Whoever asked got no answer. Where nothing was written down, only asking again helps. */
async function afterDeath(world: OperationsWorld, death: Death, platform: ConnectorName): Promise<Seen> {
  if (death === 'before-begin') await until('it to be taken', () => world.perform(platform));
  return { death, platform, outcome: await outcomeOn(world, platform) };
}

/**
 * Dies at the point over one platform after the other. Each start settles what the one before has left behind, by which
 * it passes the point once.
 */
export const dieAtPoint = (point: Point, tried: readonly ConnectorName[]): Promise<readonly Seen[]> =>
  inOperationsWorld({ leaseMs }, async (world) => {
    const seen: Seen[] = [];
    let before: ConnectorName | null = null;
    for (const platform of tried) {
      await world.machine.start({ INTEXURAOS_CRASH_AT: `${point}:${before === null ? 1 : 2}` });
      if (before === null) await world.connect();
      else seen.push(await afterDeath(world, point, before));
      if (isNotice(point)) world.standIns[platform].plan('cut after the effect');
      void world.perform(platform);
      await world.machine.agent.exited();
      before = platform;
    }
    await world.machine.start();
    return before === null ? seen : [...seen, await afterDeath(world, point, before)];
  });

/** Every platform has to be asked before a call's time is up. */
const longLeaseMs = 12_000;

/** Dies while all platforms have a request at once. */
export const dieAtThePlatforms = (hang: Hang): Promise<readonly Seen[]> =>
  inOperationsWorld({ leaseMs: longLeaseMs }, async (world) => {
    const tried = platforms.filter(changes);
    await world.machine.start();
    await world.connect();
    for (const platform of tried) world.standIns[platform].always(hang);
    for (const platform of tried) void world.perform(platform);
    await until('every platform to be asked', () => tried.every((each) => isAsked(world, hang, each)) || null);
    await world.machine.kill();
    for (const platform of tried) world.standIns[platform].always(null);
    await world.machine.start();
    return Promise.all(tried.map((platform) => afterDeath(world, hang, platform)));
  });

export const isAtThePlatform = (death: Death): death is Hang => atThePlatform.some((hang) => hang === death);

/** Where the platform can be asked, something else may come first, and hang. */
const isAsked = ({ standIns }: OperationsWorld, hang: Hang, platform: ConnectorName): boolean =>
  hang === 'hang after the effect' && !canTell(platform)
    ? effectsOn(platform, standIns[platform]) > 0
    : standIns[platform].calls() > 0;
