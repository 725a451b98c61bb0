import type { Connect } from '@intexuraos/internal-clients';
import type { Clock, Logger, Random } from '@intexuraos/kernel';
import type { Publisher } from '@intexuraos/messaging';
import type { Durability, Version } from '@intexuraos/storage';
import type { Action, Status, TimelineEvent } from './domain/action.ts';

/** Every door of actions-agent to the outside, with its contract in words. */
export interface Ports {
  readonly actions: Actions;
  readonly approvalMessages: ApprovalMessages;
  readonly unquotedReplies: UnquotedReplies;
  readonly sweeperLease: SweeperLease;
  readonly quota: Quota;
  readonly publisher: Publisher;
  readonly connect: Connect;
  readonly people: People;
  readonly classifyIntent: IntentClassifier;
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
}

/** What is written in the same commit as an action. */
export interface Alongside {
  readonly correction?: Correction;
  readonly approvalMessage?: ApprovalMessage;
  readonly overflow?: readonly TimelineEvent[];
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
}

/** One question about one action. */
export interface AskReference {
  readonly actionId: string;
  readonly askId: string | null;
  readonly version: number | null;
}

/** What each reply that quotes nothing was about when it first came (`approval_replies`). */
export interface UnquotedReplies {
  /** Keeps the questions that are open now, unless this reply came before; resolves to those of its first coming. */
  settle(reply: string, open: readonly AskReference[]): Promise<readonly AskReference[]>;
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
  timeZoneOf(userId: string): Promise<string>;
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
