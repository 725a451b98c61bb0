import type { Action, Due, DueKind } from './action.ts';
import { askKey } from './ask.ts';
import type { Context } from './context.ts';

/** Kinds that reach a person's phone; the rest are events for services. */
export const messageKinds = ['ask', 'clarify', 'confirm', 'report'] as const satisfies readonly DueKind[];
export type MessageKind = (typeof messageKinds)[number];

export const kindOf = (due: Pick<Due, 'key'>): string => due.key.slice(0, due.key.indexOf(':'));
export const isMessage = (kind: string): kind is MessageKind => messageKinds.some((known) => known === kind);

/** `n` in the key: the round of an ask or clarification, so that a repeated decision has the same key. */
function keyOf(action: Action, kind: DueKind): string {
  if (kind === 'ask') return askKey(action);
  const n = kind === 'clarify' ? `${action.asksMade}.${action.ask?.clarifications ?? 0}` : action.rev;
  return `${kind}:${action.id}:${action.version}:${n}`;
}

/** To be told by the process that commits this, at once; by a sweep if that process dies. */
export const tell = (action: Action, kind: DueKind, { now, policy }: Context): Action => ({
  ...action,
  due: [...action.due, { key: keyOf(action, kind), at: now + policy.tellGraceMs }],
});

/** To be told by a sweep, not before `at`. */
export const tellLater = (action: Action, kind: DueKind, at: number): Action => ({
  ...action,
  due: [...action.due, { key: keyOf(action, kind), at }],
});

/** Forgets what a newer decision has made pointless. */
export const untell = (action: Action, ...kinds: readonly DueKind[]): Action => ({
  ...action,
  due: action.due.filter((due) => !kinds.some((kind) => kind === kindOf(due))),
});

/** Without what has been told. */
export function crossedOff(action: Action, keys: readonly string[]): Action {
  if (keys.length === 0) return action;
  const left = { ...action, due: action.due.filter(({ key }) => !keys.includes(key)) };
  return { ...left, dueAt: dueAtOf(left) };
}

/** The moment at which a sweep has to look at this action; null when nothing waits. */
export function dueAtOf(action: Action): number | null {
  const moments = action.due.map((due) => due.at);
  if (action.lease !== null) moments.push(action.lease.until);
  if (action.status === 'awaiting_approval' && action.ask !== null) moments.push(action.ask.expiresAt + 1);
  return moments.length === 0 ? null : Math.min(...moments);
}
