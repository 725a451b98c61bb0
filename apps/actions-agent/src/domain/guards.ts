import { type Action, mayHaveRun } from './action.ts';
import type { Command } from './commands.ts';
import { approvingRule, type Context } from './context.ts';

/** Returns why the move is refused, or null. `command` is one that the table pairs with this guard. */
type Guard = (action: Action, command: Command, context: Context) => string | null;

const unless = (holds: boolean, reason: string) => (holds ? null : reason);

const versionOf = (command: Command) => ('version' in command ? command.version : null);
const askIdOf = (command: Command) => ('askId' in command ? command.askId : null);

function isVersionCurrent(action: Action, command: Command): string | null {
  const version = versionOf(command);
  if (version === null) return unless(action.version === 1, 'the action was edited: say which version is meant');
  return unless(version === action.version, `it is version ${action.version} now, not ${version}`);
}

function isAskCurrent(action: Action, command: Command): string | null {
  const askId = askIdOf(command);
  return unless(askId === null || askId === action.ask?.id, 'this answers an earlier question');
}

function isAskNotOver(action: Action, command: Command, { now }: Context): string | null {
  const saidAt = command.name === 'approve' ? (command.saidAt ?? now) : now;
  return unless(action.ask === null || Math.min(saidAt, now) <= action.ask.expiresAt, 'the question has expired');
}

function isHolderOrLeaseOver(action: Action, command: Command, { now }: Context): string | null {
  const bySweeper = 'speaker' in command && command.speaker === 'sweeper';
  return unless(!bySweeper || action.lease === null || action.lease.until <= now, 'the lease is not over');
}

function isRepeatSafe(action: Action, command: Command, { typeOf }: Context): string | null {
  const certain = command.name === 'retry' && command.outcome === 'no_effect' && action.outcome !== 'unknown';
  return unless(certain || typeOf(action.type)?.keyed === true, 'it may have happened and the target takes no key');
}

function isDuplicateConfirmed(action: Action, command: Command, { typeOf }: Context): string | null {
  const confirmed = command.name === 'askAgain' && command.confirmMayDuplicate;
  const safe = action.outcome !== 'unknown' || typeOf(action.type)?.keyed === true;
  return unless(safe || confirmed, 'it may have happened already: set confirmMayDuplicate to try again');
}

export const guards = {
  owner: (action, command) => unless(!('by' in command) || command.by === action.userId, 'not the owner'),
  'version-current': isVersionCurrent,
  'ask-current': isAskCurrent,
  'ask-not-over': isAskNotOver,
  'ask-over': (action, _command, { now }) =>
    unless(action.ask !== null && action.ask.expiresAt < now, 'the question is open'),
  'evidence-new': (action, command) =>
    unless(!('evidence' in command) || !action.evidence.includes(command.evidence), 'this was counted already'),
  'facts-ready': ({ preparation }) =>
    unless(
      preparation === null || preparation.status === 'ready',
      preparation?.problem ?? 'its facts are not worked out yet',
    ),
  'preparation-settled': ({ preparation }) =>
    unless(preparation?.status !== 'pending', 'its facts are not worked out yet'),
  'preparation-pending': ({ preparation }) => unless(preparation?.status === 'pending', 'its facts are settled'),
  'type-supported': (action, _command, { typeOf }) =>
    unless(typeOf(action.type) !== null, `nothing can carry out the type "${action.type}"`),
  'type-unsupported': (action, _command, { typeOf }) => unless(typeOf(action.type) === null, 'the type is supported'),
  'not-noticed': ({ needsAttention }) => unless(needsAttention === null, 'already noticed'),
  'not-auto-approved': (action, _command, context) =>
    unless(approvingRule(action, context) === null, 'a rule approves it'),
  'rule-fits': (action, command, context) =>
    unless(
      command.name === 'autoApprove' && approvingRule(action, context)?.id === command.rule,
      'no rule approves it',
    ),
  'threw-too-often': (action, _command, { policy }) =>
    unless(action.handlerErrors >= policy.handlerErrorsMax, 'it may still work'),
  'clarifications-left': ({ ask }, _command, { policy }) =>
    unless((ask?.clarifications ?? 0) < policy.clarificationsMax, 'asked often enough'),
  'not-leased': (action, _command, { now }) =>
    unless(action.lease === null || action.lease.until <= now, 'it is being carried out'),
  'certainly-not-run': (action) => unless(!mayHaveRun(action), 'it may have happened already'),
  'may-have-run': (action) => unless(mayHaveRun(action), 'nothing was started'),
  'no-effect-proven': (action) =>
    unless(action.outcome === 'no_effect' || action.epoch === 0, 'it may have happened already'),
  'approval-fits': ({ approval, contentHash, version }) =>
    unless(
      approval !== null && approval.contentHash === contentHash && approval.version === version,
      'what was approved is something else',
    ),
  'attempt-due': ({ nextAttemptAt }, _command, { now }) =>
    unless(nextAttemptAt === null || nextAttemptAt <= now, 'the next attempt is later'),
  'epoch-current': (action, command) =>
    unless('epoch' in command && command.epoch === action.epoch, 'another run took over'),
  'holder-or-lease-over': isHolderOrLeaseOver,
  'attempts-left': (action, _command, { policy }) =>
    unless(action.attempts < policy.attemptsMax, 'no attempts are left'),
  'repeat-safe': isRepeatSafe,
  'duplicate-confirmed': isDuplicateConfirmed,
  'has-duplicate': ({ result }) =>
    unless(typeof result?.['existingBookmarkId'] === 'string', 'it did not fail as a duplicate'),
  'not-deleted': ({ deletedAt }) => unless(deletedAt === null, 'it is deleted'),
} satisfies Record<string, Guard>;

export type GuardName = keyof typeof guards;
export const guardOf = (name: GuardName): Guard => guards[name];
