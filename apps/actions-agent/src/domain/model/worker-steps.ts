import type { Step } from './explore.ts';
import { type CallEnd, jobs } from './jobs.ts';
import type { Job } from './reducer.ts';
import { canSpend, posted, type Rules, spent, without } from './rules.ts';
import { chance, own } from './step.ts';
import { modelContext } from './types.ts';
import type { Worker, World } from './world.ts';
import { begun, wrote } from './writing.ts';

/** Handlers go on from step to step, or die in between. */
export const workerSteps = (world: World, rules: Rules): readonly Step<World>[] =>
  world.workers.flatMap((worker) => workings(world, worker, rules));

function workings(world: World, worker: Worker, rules: Rules): readonly Step<World>[] {
  const others = { ...world, workers: without(world.workers, worker) };
  const crash = canSpend(world, 'crash')
    ? [chance(`CRASH at ${worker.at}`, spent(worker.from === null ? others : posted(others, worker.from), 'crash'))]
    : [];
  return [...crash, ...workingsOf(world, worker, others, rules)];
}

function workingsOf(world: World, worker: Worker, others: World, rules: Rules): readonly Step<World>[] {
  if (worker.at === 'write')
    return [own(`${worker.isFresh ? 'write' : 'read again for'} ${worker.job.name}`, wrote(world, worker, rules))];
  const { from } = worker;
  if (worker.at === 'prepare') return preparations(others, worker, rules);
  return callEnds(world, worker.run.key, rules).flatMap(([end, happens]) => {
    const effects = happens ? [...others.effects, worker.run.key] : others.effects;
    const isFault = end !== 'done' && end !== 'duplicate';
    const called = { ...(isFault ? spent(others, 'fault') : others), effects };
    const ended = begun(called, jobs.end(worker.run.epoch, end), rules, from);
    const broken = worker.run.isAsApproved ? ended.broken : 'nothing is carried out but what was approved';
    const label = `call ${worker.run.key}: ${end}${happens ? ' with its effect' : ''}`;
    const crash = happens && !isFault && canSpend(world, 'crash');
    return [
      { label, to: { ...ended, broken }, isOwn: !isFault },
      ...(crash ? [chance(`${label} and CRASH`, spent(from === null ? called : posted(called, from), 'crash'))] : []),
    ];
  });
}

/** Reading the facts may fail once, or from now on until the next edit. */
function preparations(
  world: World,
  { version, from }: Worker & { readonly at: 'prepare' },
  rules: Rules,
): readonly Step<World>[] {
  const after = (job: Job, there = world) => begun(there, job, rules, from);
  const missing = jobs.prepared(version, 'failed');
  if (world.facts?.version === version) {
    return [own(`facts are ${world.facts.are}`, after(world.facts.are === 'missing' ? missing : jobs.threw))];
  }
  const found = own('facts are found', after(jobs.prepared(version, 'ready')));
  if (!canSpend(world, 'fault')) return [found];
  const failing = (are: 'missing' | 'unreadable') => ({ ...spent(world, 'fault'), facts: { version, are } });
  return [
    found,
    chance('preparing throws', after(jobs.threw, spent(world, 'fault'))),
    chance('facts stay missing', after(missing, failing('missing'))),
    chance('facts stay unreadable', after(jobs.threw, failing('unreadable'))),
  ];
}

/** How the call may end, and whether it has an effect that was not there yet. */
function callEnds(world: World, key: string, { targetKeepsKeys }: Rules): readonly (readonly [CallEnd, boolean])[] {
  const { type } = world.action;
  const isDone = targetKeepsKeys && modelContext.typeOf(type)?.keyed === true && world.effects.includes(key);
  const faults: readonly (readonly [CallEnd, boolean])[] = [
    ['busy', false],
    ['refused', false],
    ['lost', false],
    ...(isDone ? [] : [['lost', true] as const]),
  ];
  const normal: readonly [CallEnd, boolean] = type === 'had' ? ['duplicate', false] : ['done', !isDone];
  return [normal, ...(canSpend(world, 'fault') ? faults : [])];
}
