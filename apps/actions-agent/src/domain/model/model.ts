import { carelessSteps } from './careless-steps.ts';
import type { Model } from './explore.ts';
import { mailSteps } from './mail-steps.ts';
import { personSteps } from './person-steps.ts';
import type { Rules } from './rules.ts';
import { timeSteps } from './time-steps.ts';
import { type ModelType, modelContext } from './types.ts';
import { workerSteps } from './worker-steps.ts';
import { type Chance, contentOf, type Limits, newWorld, type World, worldKey } from './world.ts';

/** A corner of the world: which types, and how often each thing may happen. */
export interface Scenario {
  readonly title: string;
  readonly types: readonly ModelType[];
  readonly limits: Limits;
}

type Promise = (world: World, spentOn: (what: Chance) => number) => boolean;

const closed = ['rejected', 'archived', 'failed'];

/** What holds in every state of the world, by the sentence that a person would be told. */
const statePromises = Object.entries<Promise>({
  'one effect, unless the person put up with another': ({ effects, risksTaken }) => effects.length <= 1 + risksTaken,
  'what happened is never denied': ({ action, effects }) =>
    !closed.includes(action.status) ||
    effects.length === 0 ||
    action.outcome === 'unknown' ||
    action.outcome === 'effect',
  'completed means that it happened': ({ action, effects }) =>
    action.status !== 'completed' || effects.length > 0 || action.result?.['existingBookmarkId'] === 'b',
  'an unknown outcome needs attention': ({ action }) =>
    action.status !== 'failed' || action.outcome !== 'unknown' || action.needsAttention === 'OUTCOME_UNKNOWN',
  'what was settled needs no attention': ({ action }) =>
    action.status !== 'completed' || action.needsAttention === null,
  'nobody is sent the same twice': ({ seen }) =>
    seen.every(({ key }, at) => seen.findLastIndex((other) => other.key === key) === at),
  'there is one question for each edit and retry': ({ action }, spentOn) =>
    action.asksMade <= 1 + spentOn('edit') + spentOn('retype') + spentOn('retry'),
  'one worker at a time carries it out, while leases hold': ({ workers }, spentOn) =>
    workers.filter(({ at }) => at === 'call').length <= 1 + spentOn('lease'),
  'an ETag that is accepted stands for what was shown': ({ page, action }) =>
    page === null || !page.isCurrent || page.shows === contentOf(action),
});

/** Nothing is under way, and if a person is waited for, they know what for. */
function isSettled({ action, mail, workers, seen }: World): boolean {
  if (mail.length > 0 || workers.length > 0 || action.due.length > 0) return false;
  switch (action.status) {
    case 'processing':
      return false;
    case 'pending':
      return action.needsAttention === 'UNSUPPORTED_TYPE' && modelContext.typeOf(action.type) === null;
    case 'awaiting_approval':
      return (
        action.needsAttention === 'UNDELIVERED' ||
        seen.some(({ askId, shows }) => askId === action.ask?.id && shows === contentOf(action))
      );
    default:
      return true;
  }
}

const steps = [mailSteps, workerSteps, timeSteps, personSteps, carelessSteps];

/** The lifecycle in its world, ready to be explored. */
export function createModel({ types, limits }: Scenario, rules: Rules): Model<World> {
  return {
    initial: types.map((type) => newWorld(type, limits, rules.reducer)),
    keyOf: (world) => worldKey(world, rules.reducer, !rules.comparesAndSets),
    stepsFrom: (world) => steps.flatMap((stepsFrom) => stepsFrom(world, rules)),
    brokenIn(world) {
      if (world.broken !== null) return world.broken;
      const spentOn = (what: Chance) => (limits[what] ?? 0) - (world.left[what] ?? 0);
      return statePromises.find(([, holds]) => !holds(world, spentOn))?.[0] ?? null;
    },
    isSettled,
  };
}
