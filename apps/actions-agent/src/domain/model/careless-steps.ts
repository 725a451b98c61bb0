import type { Action } from '../action.ts';
import type { Command } from '../commands.ts';
import type { Step } from './explore.ts';
import { jobs } from './jobs.ts';
import { type Job, memoized } from './reducer.ts';
import { canSpend, type Rules, spent } from './rules.ts';
import { chance } from './step.ts';
import type { World } from './world.ts';
import { written } from './writing.ts';

const owner = { by: 'anna', channel: 'web' } as const;
const stranger = { by: 'mallory', channel: 'web' } as const;
const ready = { status: 'ready', problem: null, reasoning: null, generatedAt: null } as const;
const lost = { outcome: 'unknown', failure: { code: '', message: '', retryable: true } } as const;

function strangersCommands({ version, ask }: Action): readonly Command[] {
  return [
    { name: 'edit', ...stranger, version, changes: { title: 'mine' } },
    { name: 'approve', ...stranger, version, askId: ask?.id ?? null, evidence: 'm', saidAt: null },
    { name: 'clarify', ...stranger, askId: ask?.id ?? '', evidence: 'm', hint: null },
    { name: 'reject', ...stranger, evidence: 'm', reason: null },
    { name: 'archive', ...stranger, reason: null },
    { name: 'delete', ...stranger },
    { name: 'askAgain', ...stranger, confirmMayDuplicate: true },
    { name: 'skipDuplicate', ...stranger },
    { name: 'updateDuplicate', ...stranger, result: {} },
  ];
}

function untimelyCommands({ version, title, ask, epoch, preparation, evidence }: Action): readonly Command[] {
  return [
    { name: 'edit', ...owner, version: version - 1, changes: { title: 'old' } },
    { name: 'ask' },
    { name: 'autoApprove', rule: 'sure' },
    { name: 'unsupported' },
    { name: 'poison', failure: lost.failure },
    { name: 'expire' },
    { name: 'prepared', version: version - 1, facts: { of: `t${version - 1}` }, preparation: ready },
    { name: 'threw', version: version - 1, message: '' },
    { name: 'retry', epoch, speaker: 'sweeper', ...lost, pauseMs: 0 },
    { name: 'retry', epoch: epoch - 1, speaker: 'holder', ...lost, pauseMs: 0 },
    { name: 'fail', epoch, speaker: 'sweeper', ...lost, result: null },
    ...evidence.map((counted) => ({ ...yes, version, askId: ask?.id ?? null, evidence: counted }) as const),
    ...(preparation?.status === 'ready'
      ? [{ name: 'prepared', version, facts: { of: title, again: true }, preparation: ready } as const]
      : []),
  ];
}

const yes = { name: 'approve', ...owner, saidAt: 0 } as const;

const carelessJobs = memoized((action): readonly Job[] =>
  [...strangersCommands(action), ...untimelyCommands(action)].map(jobs.order),
);

/** Commands that no use case gives at this moment. The table alone stands between them and the action. */
export function carelessSteps(world: World, { reducer }: Rules): readonly Step<World>[] {
  if (!canSpend(world, 'careless')) return [];
  return carelessJobs(world.action).flatMap((job) => {
    const changed = reducer.change(world.action, job);
    if (changed === null) return [];
    return [chance(`somebody carelessly says ${job.name}`, written(spent(world, 'careless'), changed, null))];
  });
}
