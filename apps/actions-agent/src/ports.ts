import type { Locale } from '@intexuraos/contracts';
import type { Connect } from '@intexuraos/internal-clients';
import type { Clock, Logger, Random } from '@intexuraos/kernel';
import type { Message, Publisher } from '@intexuraos/messaging';
import type { Durability, Version } from '@intexuraos/storage';
import type { Action, Status, TimelineEvent } from './domain/action.ts';
import type { ApprovalRule } from './domain/approval-rule.ts';
import type { Tally } from './domain/figures.ts';

/** Every door of actions-agent to the outside, with its contract in words. */
export interface Ports {
  readonly actions: Actions;
  readonly approvalMessages: ApprovalMessages;
  readonly askLists: AskLists;
  readonly replyMeanings: ReplyMeanings;
  readonly explanations: Explanations;
  readonly sweeperLease: SweeperLease;
  readonly quota: Quota;
  readonly figures: FigureBook;
  readonly publisher: Publisher;
  readonly connect: Connect;
  readonly people: People;
  readonly approvalRules: ApprovalRules;
  readonly ruleUses: RuleUses;
  readonly classifyIntent: IntentClassifier;
  readonly proposeEdit: EditProposer;
  /** Sends a corrected type to commands-agent as an example to learn from. Never throws; a lost example is no harm. */
  recordCorrection(correction: Correction, action: Action): Promise<void>;
  readonly meter: Meter;
  readonly crashPoint: CrashPoint;
  /** Throws while the store does not answer. */
  ready(): Promise<void>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
}

/** One stored state of one action. */
export interface Loaded {
  readonly action: Action;
  readonly version: Version;
  /** The store's clock when it was read or written, Unix milliseconds. */
  readonly at: number;
  /** This process's clock at that moment: what has passed since is measured with it. */
  readonly takenAt: number;
  /** Not read but remembered by the process that wrote it: somebody else may have written since. */
  readonly isRecalled?: true;
}

/** What is written in the same commit as an action. */
export interface Alongside {
  readonly correction?: Correction;
  readonly approvalMessages?: readonly ApprovalMessage[];
  readonly overflow?: readonly TimelineEvent[];
  /** Published if the action is written, and only then; only where `publishesAlong`. */
  readonly messages?: readonly Message[];
}

export type UpdateOutcome =
  | { readonly outcome: 'updated'; readonly loaded: Loaded }
  | { readonly outcome: 'status_mismatch'; readonly loaded: Loaded }
  | { readonly outcome: 'not_found' };

export interface ListQuery {
  readonly userId: string;
  readonly statuses?: readonly Status[];
  readonly types?: readonly string[];
  /** `kind:id`. */
  readonly origin?: string;
  /** Created at or after, Unix milliseconds. */
  readonly since?: number;
  readonly limit: number;
  readonly cursor?: string;
}

/** The collection of actions. */
export interface Actions {
  /** `exists` when the id is taken: the same request came before. */
  create(action: Action): Promise<{ readonly outcome: 'created' | 'exists'; readonly loaded: Loaded }>;
  load(id: string): Promise<Loaded | null>;
  /** Whether a write may take messages along. */
  readonly publishesAlong: boolean;
  loadMany(ids: readonly string[]): Promise<readonly Loaded[]>;
  /**
   * The only way an action changes: writes `next` if the document is still the one that was read, so one of many
   * rivals wins. `status_mismatch` brings what is there now. Only the lifecycle calls it.
   */
  updateStatusIf(expected: Loaded, next: Action, alongside: Alongside, durability: Durability): Promise<UpdateOutcome>;
  /** Newest first, without deleted ones. */
  list(query: ListQuery): Promise<{ readonly actions: readonly Loaded[]; readonly nextCursor: string | null }>;
  /** The open ask of this person that has this code, if any. */
  withAskCode(userId: string, code: string): Promise<Loaded | null>;
  /** Actions for which a sweep has something to do, longest overdue first. */
  due(query: { readonly now: number; readonly limit: number; readonly cursor?: string }): Promise<{
    readonly actions: readonly Loaded[];
    readonly nextCursor: string | null;
  }>;
  /** Actions of anybody that need a look, those that wait longest first. */
  stuck(query: { readonly now: number; readonly limit: number; readonly cursor?: string | undefined }): Promise<{
    readonly actions: readonly Loaded[];
    readonly nextCursor: string | null;
  }>;
  /** Timeline entries that left the document, oldest first. */
  olderEvents(actionId: string): Promise<readonly TimelineEvent[]>;
}

/** A person's correction of a type: training data (`actions_transitions`). */
export interface Correction {
  readonly id: string;
  readonly actionId: string;
  readonly fromType: string;
  readonly toType: string;
  readonly userId: string;
  readonly timestamp: string;
}

/** Which of our messages was about which ask (`approval_messages`). */
export interface ApprovalMessage {
  readonly id: string;
  readonly wamid: string;
  readonly actionId: string;
  readonly userId: string;
  readonly sentAt: string;
  readonly actionType: string;
  readonly actionTitle: string;
  readonly askId: string;
  readonly version: number;
}

export interface ApprovalMessages {
  byWamid(wamid: string): Promise<ApprovalMessage | null>;
  /** Keeps a message of which its action has nothing to say; what is kept already stays. */
  keep(message: ApprovalMessage): Promise<void>;
}

/** One question as it was: an answer to it is about this version and this content, whatever the action is now. */
export interface QuestionRef {
  readonly actionId: string;
  readonly version: number;
  readonly askId: string;
  readonly contentHash: string;
}

/** A numbered list of open questions that a person was sent. Its numbers mean something for this list only. */
export interface AskList {
  readonly id: string;
  readonly userId: string;
  /** Unix milliseconds. */
  readonly createdAt: number;
  /** Null until WhatsApp has taken it. */
  readonly sentAt: number | null;
  readonly wamid: string | null;
  readonly entries: readonly (QuestionRef & { readonly line: string })[];
}

export interface AskLists {
  /** The first that is kept under an id counts: answers with that one. */
  keep(list: AskList): Promise<AskList>;
  markSent(id: string, sent: { readonly wamid: string; readonly at: number }): Promise<void>;
  byWamid(userId: string, wamid: string): Promise<AskList | null>;
  /** Newest first. */
  newestOf(userId: string, limit: number): Promise<readonly AskList[]>;
}

/**
 * What a reply that quotes no question was taken for: decisions about `questions`, something to be asked about (`which`),
 * an answer where nothing was open (`nothing`), or a new wish (`command`).
 */
export interface ReplyMeaning {
  readonly takenFor: 'decision' | 'which' | 'nothing' | 'command';
  readonly questions: readonly (QuestionRef & { readonly says: 'approve' | 'reject' | 'show' | 'edit' })[];
}

export interface ReplyMeanings {
  /** The first meaning that is kept for a reply counts, however often it comes: answers with that one. */
  keep(evidence: string, meaning: ReplyMeaning): Promise<ReplyMeaning>;
}

/** What was said to a person whose answer did not count, and the question that was open then. */
export interface Explanation {
  readonly says: 'changed' | 'repeated' | 'expired' | 'unsupported' | 'too_late';
  readonly askId: string | null;
}

export interface Explanations {
  /** The first that is kept for an answer about an action counts, however often it comes: answers with that one. */
  keep(about: { readonly evidence: string; readonly actionId: string }, explanation: Explanation): Promise<Explanation>;
}

/** One sweep at a time, over all processes. */
export interface SweeperLease {
  /** The store's clock if the lease is ours now, else null. */
  take(owner: string, durationMs: number): Promise<{ readonly now: number; release(): Promise<void> } | null>;
}

/** Counted per person and hour in the store; without a limit everything is allowed and nothing is counted. */
export interface Quota {
  take(kind: 'ask' | 'classification', userId: string): Promise<boolean>;
}

/** What is known of a person; defaults when user-service does not answer. */
export interface People {
  localeOf(userId: string): Promise<Locale>;
}

/** A person's rules for what needs no question. Never throws: while nobody knows them there are none, so it is asked. */
export interface ApprovalRules {
  of(userId: string): Promise<readonly ApprovalRule[]>;
}

/** What rules have approved in the last 24 hours, for those that have a cap. */
export interface RuleUses {
  /** Counts one use for this action, the same action once. False: the rule has approved as much as it may. */
  take(rule: Pick<ApprovalRule, 'id' | 'perDayMax'>, action: Pick<Action, 'id' | 'userId'>): Promise<boolean>;
}

export interface IntentAnswer {
  readonly intent: 'approve' | 'reject' | 'unclear';
  readonly confidence: number;
  readonly reason: string;
}

/** The person's own language model. It sees the reply text alone, never what would be done. */
export type IntentClassifier = (
  userId: string,
  replyText: string,
) => Promise<
  | { readonly outcome: 'answered'; readonly answer: IntentAnswer }
  | { readonly outcome: 'no_key' }
  | { readonly outcome: 'failed' }
>;

/** What one process counted in one hour. */
export interface FiguresOfHour {
  /** When the hour began, Unix milliseconds. */
  readonly hour: number;
  readonly instance: string;
  readonly tally: Tally;
}

/** What happened to actions, by hour and process, for 90 days. */
export interface FigureBook {
  /** Takes the place of what the process wrote about this hour before; lost in a power cut, it is written again. */
  write(entry: FiguresOfHour): Promise<void>;
  /** Of the hours that began from `from` to `to`; not `isWhole` when there are too many to read, and the oldest are missing. */
  between(from: number, to: number): Promise<{ readonly entries: readonly FiguresOfHour[]; readonly isWhole: boolean }>;
}
/** The person's own language model points out a change in a reply. It sees the reply and the parts' names. Empty: none. */
export type EditProposer = (
  userId: string,
  replyText: string,
  parts: readonly string[],
) => Promise<readonly { readonly part: string; readonly value: string }[]>;

/** Figures for operators. */
export interface Meter {
  actionCompleted(): void;
}

/** Named places where a test may end the process, to see that nothing is lost or done twice. Does nothing otherwise. */
export type CrashPoint = (name: CrashPointName) => void;

export const crashPointNames = [
  'before-create',
  'after-create',
  'before-update',
  'after-update',
  'before-publish',
  'after-publish',
  'before-prepare',
  'after-prepare',
  'before-execute',
  'after-execute',
  'before-sweep',
  'after-sweep',
] as const;
export type CrashPointName = (typeof crashPointNames)[number];
