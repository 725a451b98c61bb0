import { type Action, type Phase, phaseOf } from '../action.ts';
import type { Command } from '../commands.ts';
import { hashOf } from '../content.ts';
import { approvingRule } from '../context.ts';
import { lifecycle } from '../lifecycle.ts';
import { modelContext, present } from './types.ts';

export interface WrittenChange {
  readonly before: Action;
  readonly commands: readonly Command[];
  readonly after: Action;
}

const waitsForSweep = ({ due, lease, status, ask }: Action) =>
  due.length > 0 || lease !== null || (status === 'awaiting_approval' && ask !== null);

const momentsOf = ({ due, lease, status, ask }: Action) => [
  ...due.map(({ at }) => at),
  ...(lease === null ? [] : [lease.until]),
  ...(status === 'awaiting_approval' && ask !== null ? [ask.expiresAt + 1] : []),
];

/** Phases that the real table lets these commands lead to, whatever the guards. */
function phasesAfter({ before, commands }: WrittenChange): readonly Phase[] {
  let phases: readonly Phase[] = [phaseOf(before)];
  for (const { name } of commands) {
    phases = phases.flatMap((phase) =>
      lifecycle[name].filter((row) => row.from.includes(phase)).map((row) => (row.to === 'same' ? phase : row.to)),
    );
  }
  return phases;
}

const ends: readonly Phase[] = ['completed', 'rejected', 'archived'];
const { attemptsMax, clarificationsMax, handlerErrorsMax } = modelContext.policy;

const isApproved = (action: Action) => phaseOf(action) === 'approved' || action.status === 'processing';

const isApprovalFitting = ({ approval, contentHash, version, preparation, type }: Action) =>
  approval?.contentHash === contentHash &&
  approval.version === version &&
  (preparation === null || preparation.status === 'ready') &&
  modelContext.typeOf(type) !== null;

const isByRule = (action: Action) =>
  action.approval?.channel !== 'policy' || action.approval.by === `policy:${approvingRule(action, modelContext)?.id}`;

const has = ({ commands }: WrittenChange, name: Command['name']) => commands.some((command) => command.name === name);
const isPast = (moment: number | null | undefined) => moment === null || moment === undefined || moment <= present;

/** What holds for every single write, whoever makes it: by the sentence that a person would be told. */
const changePromises = Object.entries<(change: WrittenChange) => boolean>({
  'a stranger changes nothing': ({ before, commands }) =>
    commands.every((command) => !('by' in command) || command.by === before.userId),
  'a status changes only along the table': (change) => phasesAfter(change).includes(phaseOf(change.after)),
  'every write raises rev by one': ({ before, after }) => after.rev === before.rev + 1,
  'versions, epochs and rounds never go back': ({ before, after }) =>
    after.version >= before.version && after.epoch >= before.epoch && after.asksMade >= before.asksMade,
  'what has ended never comes back': ({ before, after }) =>
    !ends.includes(phaseOf(before)) || after.status === before.status || after.status === 'archived',
  'an action is deleted once, and for good': (change) =>
    change.before.deletedAt === null || (change.after.deletedAt !== null && !has(change, 'delete')),
  'the hash is that of the content': ({ after }) => after.contentHash === hashOf(after),
  'facts belong to the content that they were read from': ({ after }) =>
    after.prepared === null || after.prepared['of'] === after.title,
  'an edit is of the version that it names': ({ before, commands }) =>
    commands.every((command) => command.name !== 'edit' || command.version === before.version),
  'errors with an older version do not count': ({ before, commands }) =>
    commands.every((command) => command.name !== 'threw' || command.version === before.version),
  'only what can be done is asked about, and only where no rule decides': (change) =>
    !has(change, 'ask') ||
    (modelContext.typeOf(change.after.type) !== null && approvingRule(change.after, modelContext) === null),
  'an approval is for the present content, complete and possible': ({ after }) =>
    !isApproved(after) || isApprovalFitting(after),
  'only a rule that fits approves in place of a person': ({ after }) => !isApproved(after) || isByRule(after),
  'no rule decides about what is risky': ({ after }) =>
    after.approval?.channel !== 'policy' || modelContext.typeOf(after.type)?.risk === 'low',
  'an answer counts once': ({ before, commands, after }) =>
    commands.every(
      (command) =>
        (command.name !== 'approve' && command.name !== 'clarify') ||
        (!before.evidence.includes(command.evidence) && after.evidence.includes(command.evidence)),
    ),
  'an answer counts for the question that it answers': ({ before, commands }) =>
    commands.every((command) => !('askId' in command) || command.askId === null || command.askId === before.ask?.id),
  'a question is clarified a few times only': ({ after }) => (after.ask?.clarifications ?? 0) <= clarificationsMax,
  'a question stays open until its end': (change) => !has(change, 'expire') || isPast(change.before.ask?.expiresAt),
  'nothing is given up before it was tried often enough': (change) =>
    !has(change, 'poison') || change.before.handlerErrors >= handlerErrorsMax,
  'a type that nothing can carry out is noticed once': (change) =>
    !has(change, 'unsupported') || change.before.needsAttention === null,
  'nothing starts before its time': (change) => !has(change, 'claim') || isPast(change.before.nextAttemptAt),
  'each claim is one attempt with an epoch of its own': (change) => {
    const claims = has(change, 'claim') ? 1 : 0;
    const { before, after } = change;
    return after.epoch === before.epoch + claims && (claims === 0 || after.attempts === before.attempts + 1);
  },
  'there are only so many attempts': ({ after }) => after.attempts <= attemptsMax,
  'a lease is held exactly while something is carried out': ({ after }) =>
    (after.lease !== null) === (after.status === 'processing'),
  'only who claimed last says how it ended': ({ before, commands }) =>
    commands.every((command) => !('epoch' in command) || command.epoch === before.epoch),
  'nobody is robbed of a lease': ({ before, commands }) =>
    commands.every((command) => !('speaker' in command) || command.speaker === 'holder' || isPast(before.lease?.until)),
  'a new key is for what certainly had no effect': (change) =>
    !has(change, 'askAgain') ||
    change.after.version > change.before.version === (change.before.outcome === 'no_effect'),
  'only a duplicate is settled as one': (change) =>
    (!has(change, 'skipDuplicate') && !has(change, 'updateDuplicate')) ||
    change.before.result?.['existingBookmarkId'] !== undefined,
  'whatever waits has a moment at which a sweep looks': ({ after }) =>
    waitsForSweep(after) ? after.dueAt === Math.min(...momentsOf(after)) : after.dueAt === null,
});

export function promiseBrokenBy(change: WrittenChange): string | null {
  return changePromises.find(([, holds]) => !holds(change))?.[0] ?? null;
}
