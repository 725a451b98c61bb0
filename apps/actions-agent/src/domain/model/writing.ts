import { type Action, phaseOf } from '../action.ts';
import { jobs } from './jobs.ts';
import type { Changed, Job } from './reducer.ts';
import { posted, type Rules, without, withWorker } from './rules.ts';
import { behind, modelContext } from './types.ts';
import { contentOf, type Mail, type Worker, type World, type Writer, type Yes } from './world.ts';

/**
 * Reads and decides; where there is nothing to write, the handler is done. A job that plans anew on each read comes to
 * the same as if it had started with its last read, so it needs no time between reading and writing; one that chose
 * what to do on its first read does.
 */
export function begun(
  world: World,
  job: Job | null,
  rules: Rules,
  from: Mail | null = null,
  yes: Yes | null = null,
): World {
  const next = job && rules.reducer.change(world.action, job);
  if (!job || !next) return world;
  const writer = { at: 'write', job, next, isFresh: true, from, yes } as const;
  return job.isChosen || rules.readsApart
    ? withWorker(world, writer)
    : followed(written(world, next, yes), writer, rules);
}

const staled = (worker: Worker): Worker =>
  worker.at === 'write' && worker.isFresh ? { ...worker, isFresh: false } : worker;

/** The world with another document in the store: whoever had read it before has to read again. */
export const replaced = (world: World, action: Action): World => ({
  ...world,
  action,
  workers: world.workers.map(staled),
});

export function written(world: World, changed: Changed, yes: Yes | null): World {
  const { commands } = changed;
  return {
    ...replaced(world, changed.action),
    page: world.page && { ...world.page, isCurrent: world.page.isCurrent && !changed.isNewContent },
    counted: yes === null ? world.counted : [...world.counted, yes.evidence],
    risksTaken: world.risksTaken + (commands.some((command) => isRiskTaken(world.action, command)) ? 1 : 0),
    broken: changed.broken ?? brokenByYes(world, changed, yes) ?? brokenByEnd(world, changed),
  };
}

const isRiskTaken = ({ outcome, type }: Action, command: Changed['commands'][number]) =>
  command.name === 'askAgain' &&
  command.confirmMayDuplicate &&
  outcome === 'unknown' &&
  modelContext.typeOf(type)?.keyed !== true;

function brokenByYes({ action, counted }: World, { action: after }: Changed, yes: Yes | null): string | null {
  if (yes === null) return null;
  if (counted.includes(yes.evidence)) return 'a yes counts once';
  if (yes.meant !== contentOf(after)) return 'a yes counts for what the person saw and nothing else';
  const isOver = action.ask !== null && action.status === 'awaiting_approval' && action.ask.expiresAt === behind;
  return isOver && (yes.isLate || yes.askId === null) ? 'a yes after the end of its question does not count' : null;
}

const open = ['unasked', 'awaiting_approval', 'approved'];

function brokenByEnd({ action, effects, workers }: World, { action: after }: Changed): string | null {
  const isCalledOff = open.includes(phaseOf(action)) && (after.status === 'rejected' || after.status === 'archived');
  const mayHappen = effects.length > 0 || workers.some(({ at }) => at === 'call');
  return isCalledOff && mayHappen ? 'nothing is called off that may have happened' : null;
}

/** A handler's write: it happens if the document is still the one that was read, else it is read and decided again. */
export function wrote(world: World, writer: Writer & Worker, rules: Rules): World {
  const others = { ...world, workers: without(world.workers, writer) };
  if (writer.isFresh || !rules.comparesAndSets)
    return followed(written(others, writer.next, writer.yes), writer, rules);
  const next = rules.reducer.change(world.action, writer.job);
  return next === null ? others : withWorker(others, { ...writer, next, isFresh: true });
}

/** What a handler does after its write: runs what it claimed, gives up after too many errors, or is done. */
function followed(world: World, { next, from }: Writer & Worker, rules: Rules): World {
  const { action } = world;
  const last = next.commands.at(-1)?.name;
  if (last === 'claim') {
    const { approval, contentHash, version, epoch } = action;
    const isAsApproved = approval?.contentHash === contentHash && approval.version === version;
    return withWorker(world, { at: 'call', from, run: { epoch, key: `v${version}`, isAsApproved } });
  }
  if (last !== 'threw') return world;
  const isTooOften = action.handlerErrors >= modelContext.policy.handlerErrorsMax;
  return isTooOften ? begun(world, jobs.giveUp, rules, from) : from === null ? world : posted(world, from);
}
