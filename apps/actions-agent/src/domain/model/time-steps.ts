import type { Action } from '../action.ts';
import type { Step } from './explore.ts';
import { jobs } from './jobs.ts';
import { canSpend, type Rules, spent } from './rules.ts';
import { chance, own } from './step.ts';
import { ahead, behind } from './types.ts';
import type { World } from './world.ts';
import { begun, replaced } from './writing.ts';

/** Time goes on, and a sweep does what time has brought about. */
export const timeSteps = (world: World, rules: Rules): readonly Step<World>[] => [
  ...passages(world, rules),
  ...sweeps(world, rules),
];

const isHeld = ({ workers, action }: World) =>
  workers.some((worker) =>
    worker.at === 'call'
      ? worker.run.epoch === action.epoch
      : worker.at === 'write' && worker.job.name.startsWith(`end ${action.epoch} `),
  );

/** Leases end, pauses pass, questions expire. */
function passages(world: World, { reducer }: Rules): readonly Step<World>[] {
  const { lease, nextAttemptAt, ask, status } = world.action;
  const passed = (facts: Partial<Action>, from = world) => replaced(from, reducer.same({ ...world.action, ...facts }));
  const steps: Step<World>[] = [];
  if (lease?.until === ahead) {
    const ended = { lease: { ...lease, until: behind } };
    if (!isHeld(world)) steps.push(own('the lease of a dead worker ends', passed(ended)));
    else if (canSpend(world, 'lease'))
      steps.push(chance('the lease of a living worker ENDS', passed(ended, spent(world, 'lease'))));
  }
  if (nextAttemptAt === ahead) steps.push(own('the pause passes', passed({ nextAttemptAt: behind })));
  if (status === 'awaiting_approval' && ask?.expiresAt === ahead && canSpend(world, 'expiry')) {
    steps.push(chance('the question EXPIRES', passed({ ask: { ...ask, expiresAt: behind } }, spent(world, 'expiry'))));
  }
  return steps;
}

function sweeps(world: World, rules: Rules): readonly Step<World>[] {
  const { action, workers } = world;
  const isNew = (name: string) => !workers.some((worker) => worker.at === 'write' && worker.job.name === name);
  const expire = jobs.order({ name: 'expire' });
  const isOver = action.status === 'awaiting_approval' && action.ask?.expiresAt === behind;
  const isLeaseOver = rules.takesLeasesBack && action.lease?.until === behind;
  return [
    ...(isLeaseOver && isNew(jobs.takeBack.name) ? [own('sweep: take back', begun(world, jobs.takeBack, rules))] : []),
    ...(isOver && isNew(expire.name) ? [chance('sweep: expire', begun(world, expire, rules))] : []),
  ];
}
