import type { Action } from '../domain/action.ts';
import type { ApprovalRule } from '../domain/approval-rule.ts';
import type { Command } from '../domain/commands.ts';
import type { Loaded } from '../ports.ts';
import { type Change, contextAt, idOf } from './change-action.ts';
import type { Core } from './core.ts';

/** What comes before the claim, worked out anew for each state that the claim may start from. */
type First = (action: Action) => readonly Command[];

/** Whether content approved now may start at once, or waits for its time (a reminder). */
function startsNow(core: Core, { action, at }: Loaded): boolean {
  const startsAt = contextAt(at, core.settings.policy).typeOf(action.type)?.startsAt(action) ?? null;
  return startsAt === null || startsAt <= at;
}

/** What the one before has written or seen, unless the caller knows of something newer. */
function newest(from: string | Loaded, before: Change | undefined): string | Loaded {
  if (before === undefined || before.outcome === 'not_found') return from;
  return typeof from === 'string' || before.loaded.action.rev > from.action.rev ? before.loaded : from;
}

/**
 * Applies `first` (an approval, or nothing for what is approved already) and claims in the same commit, so that one of
 * many rivals runs it. `ran` is the claimed action when this caller has to run it.
 */
export async function claim(
  core: Core,
  from: string | Loaded,
  first: First,
  rules: readonly ApprovalRule[] = [],
): Promise<Change & { readonly ran?: Loaded }> {
  const { runner, instance: owner, claims } = core;
  const own: Command = { name: 'claim', owner };
  const change = await claims.take(idOf(from), (before) =>
    core.changeAction(newest(from, before), (loaded) => {
      const commands = first(loaded.action);
      return { commands: !runner.isDraining() && startsNow(core, loaded) ? [...commands, own] : commands, rules };
    }),
  );
  return change.outcome === 'changed' && change.loaded.action.status === 'processing'
    ? { ...change, ran: change.loaded }
    : change;
}

/** What is told at once while a run begins: the confirmation waits, because the report usually comes first. */
const urgent = (keys: readonly string[]) => keys.filter((key) => !key.startsWith('confirm:'));

/** Runs what was claimed while its claim is told; what was told is crossed off together with the end. */
export async function runTelling({ runner, teller }: Core, claimed: Loaded, keys: readonly string[]): Promise<Loaded> {
  const [loaded] = await Promise.all([runner.run(claimed), teller.tell(claimed, urgent(keys), 'rides')]);
  await teller.mark(loaded);
  return loaded;
}

/** Claims and runs to the end; resolves with what became of it. */
export async function claimAndRun(
  core: Core,
  from: string | Loaded,
  first: First,
  rules: readonly ApprovalRule[] = [],
): Promise<Change> {
  const change = await claim(core, from, first, rules);
  if (change.outcome !== 'changed') return change;
  if (change.ran !== undefined) return { ...change, loaded: await runTelling(core, change.ran, change.tell) };
  await core.teller.tell(change.loaded, change.tell);
  return change;
}

/** As `claimAndRun`, but without waiting for the end where work may go on after the answer. */
export async function claimAndStart(core: Core, from: string | Loaded, first: First): Promise<Change> {
  if (!core.settings.worksAfterAnswer) return claimAndRun(core, from, first);
  const change = await claim(core, from, first);
  if (change.outcome !== 'changed') return change;
  if (change.ran === undefined) await core.teller.tell(change.loaded, change.tell);
  else goOn(core, runTelling(core, change.ran, change.tell), change.ran);
  return change;
}

function goOn({ ports }: Core, run: Promise<unknown>, { action }: Loaded): void {
  run.catch((err: unknown) => {
    ports.log.error({ actionId: action.id, err }, 'a run ended without being written down; a sweep takes it back');
  });
}
