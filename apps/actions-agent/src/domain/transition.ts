import { type Action, type Phase, phaseOf, statusOf, type TimelineEvent } from './action.ts';
import { changes } from './changes.ts';
import type { Command, CommandName, CommandOf } from './commands.ts';
import type { Context } from './context.ts';
import { dueAtOf, tell } from './due.ts';
import { type GuardName, guardOf } from './guards.ts';
import { lifecycle, type Row } from './lifecycle.ts';
import { timelineEntry, timelineKept } from './timeline.ts';

export type Table = typeof lifecycle;

export interface Refusal {
  readonly command: CommandName;
  /** The guard that did not hold; null when the table has no such move from this phase. */
  readonly guard: GuardName | null;
  readonly reason: string;
}

export type Decision =
  | {
      readonly ok: true;
      readonly action: Action;
      /** Keys of what this decision wants told at once. */
      readonly tell: readonly string[];
      /** Timeline entries that no longer fit into the document. */
      readonly overflow: readonly TimelineEvent[];
    }
  | { readonly ok: false; readonly refusal: Refusal };

type Found = { readonly ok: true; readonly row: Row } | { readonly ok: false; readonly refusal: Refusal };

function findRow(action: Action, command: Command, context: Context, table: Table): Found {
  const phase = phaseOf(action);
  let refusal: Refusal = { command: command.name, guard: null, reason: `not possible while ${action.status}` };
  for (const row of table[command.name]) {
    if (!row.from.includes(phase)) continue;
    const refused = firstRefusal(row, action, command, context);
    if (refused === null) return { ok: true, row };
    refusal = { command: command.name, ...refused };
  }
  return { ok: false, refusal };
}

function firstRefusal(row: Row, action: Action, command: Command, context: Context) {
  for (const guard of row.guards) {
    const reason = guardOf(guard)(action, command, context);
    if (reason !== null) return { guard, reason };
  }
  return null;
}

/** The first guard in the way of `command`, or null when it may happen now. */
export function refusalOf(
  action: Action,
  command: Command,
  context: Context,
  table: Table = lifecycle,
): Refusal | null {
  const found = findRow(action, command, context, table);
  return found.ok ? null : found.refusal;
}

function change<N extends CommandName>(
  action: Action,
  command: CommandOf<N>,
  context: Context,
  to: Phase | 'same',
): Action {
  const changed = changes[command.name](action, command, context, to);
  return to === 'same' ? changed : { ...changed, status: statusOf(to) };
}

function step(action: Action, command: Command, context: Context, table: Table): Found & { readonly action: Action } {
  const found = findRow(action, command, context, table);
  if (!found.ok) return { ...found, action };
  const next = change(action, command, context, found.row.to);
  const entry = timelineEntry(action, next, command, context.now);
  return { ...found, action: entry === null ? next : { ...next, events: [...next.events, entry] } };
}

/**
 * Applies commands one after the other as ONE write: all of them happen or none.
 * `table` is replaced only by the model checker, to see that every guard is needed.
 */
export function decide(
  action: Action,
  commands: readonly Command[],
  context: Context,
  table: Table = lifecycle,
): Decision {
  let next: Action = { ...action, rev: action.rev + 1, updatedAt: Math.max(context.now, action.updatedAt) };
  for (const command of commands) {
    const result = step(next, command, context, table);
    if (!result.ok) return { ok: false, refusal: result.refusal };
    next = result.action;
  }
  return settle(action, next, context);
}

function settle(before: Action, after: Action, context: Context): Decision {
  const isSameContent = after.contentHash === before.contentHash && after.version === before.version;
  const announced = isSameContent && looksAlike(before, after) ? after : tell(after, 'event', context);
  const known = new Set(before.due.map((due) => due.key));
  const isUrgent = (at: number) => at <= context.now || at === context.now + context.policy.tellGraceMs;
  return {
    ok: true,
    action: {
      ...announced,
      contentRev: isSameContent ? before.contentRev : announced.rev,
      dueAt: dueAtOf(announced),
      events: announced.events.slice(-timelineKept),
    },
    tell: announced.due.filter((due) => !known.has(due.key) && isUrgent(due.at)).map((due) => due.key),
    overflow: announced.events.slice(0, -timelineKept),
  };
}

/** Whether a page that shows both shows the same of them, if their content is the same. */
const looksAlike = (one: Action, other: Action) =>
  one.status === other.status &&
  one.needsAttention === other.needsAttention &&
  one.preparation?.status === other.preparation?.status;
