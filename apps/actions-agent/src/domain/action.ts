import type { JsonObject } from '@intexuraos/kernel';

export type Status = 'pending' | 'awaiting_approval' | 'processing' | 'completed' | 'failed' | 'rejected' | 'archived';

/** The seed's `pending` means two things; a phase tells them apart. */
export type Phase = Exclude<Status, 'pending'> | 'unasked' | 'approved';

/** What is known about the effect of this version: `unknown` until an answer proves one or the other. */
export type Outcome = 'none' | 'effect' | 'no_effect' | 'unknown';

export type Channel = 'whatsapp-button' | 'whatsapp-reaction' | 'whatsapp-text' | 'web' | 'policy' | 'system';

export type Attention = 'UNSUPPORTED_TYPE' | 'UNDELIVERED' | 'OUTCOME_UNKNOWN';

export interface Origin {
  readonly kind: 'command' | 'session' | 'operation' | 'workflow';
  readonly id: string;
}

/** One approval request for one version. All times in this file are Unix milliseconds. */
export interface Ask {
  readonly id: string;
  readonly version: number;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly clarifications: number;
  /** Why free text was not understood, where the person can mend it. */
  readonly hint: 'NO_MODEL_KEY' | null;
  /** Why the change that was asked for could not be made. Absent in old documents. */
  readonly problem?: string | null;
  readonly code: string;
  readonly delivery: AskDelivery;
}

export interface AskDelivery {
  readonly status: 'due' | 'sent' | 'delivered' | 'read' | 'failed';
  readonly errorCode?: string;
  /** The message that this is about, where it is not the question itself but one that showed it again. */
  readonly via?: string;
  /** When it left for the person: before that nobody can have answered it. */
  readonly sentAt?: number;
}

/** A yes to exactly one content. */
export interface Approval {
  readonly by: string;
  readonly channel: Channel;
  readonly version: number;
  readonly contentHash: string;
  readonly askId: string | null;
  readonly decidedAt: number;
  readonly evidence: string;
  /** The rule that said so in the person's place. */
  readonly rule?: { readonly id: string; readonly name: string };
}

export interface Lease {
  readonly owner: string;
  readonly until: number;
}

export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
}

/** Where the structured facts stand that a type needs before it can be approved; null when the type needs none. */
export interface Preparation {
  readonly status: 'pending' | 'ready' | 'failed';
  /** What is missing or went wrong, in words for the person. */
  readonly problem: string | null;
  readonly reasoning: string | null;
  readonly generatedAt: number | null;
}

export interface Target {
  readonly service: string;
  readonly connectionId: string | null;
}

export type DueKind = 'created' | 'event' | 'ask' | 'clarify' | 'confirm' | 'report';

/** Something decided and not yet told to the outside. `key` is `{kind}:{actionId}:{version}:{n}`. */
export interface Due {
  readonly key: string;
  /** When a sweep tells it; the process that decided it usually has told it long before. */
  readonly at: number;
}

export interface TimelineEvent {
  readonly seq: number;
  readonly at: number;
  readonly event: string;
  readonly by: string;
  readonly channel: Channel;
  readonly status: Status;
  readonly version: number;
  readonly note: string | null;
}

/** What was shown before the last edit, so that a question can say what is different. */
export type Previous = Pick<Action, 'type' | 'title' | 'payload' | 'prepared'>;

export interface Action {
  readonly id: string;
  readonly userId: string;
  readonly commandId: string;
  readonly ordinal: number;
  readonly type: string;
  readonly confidence: number;
  readonly title: string;
  readonly status: Status;
  readonly payload: JsonObject;
  readonly createdAt: number;
  readonly updatedAt: number;

  readonly origin: Origin;
  readonly prepared: JsonObject | null;
  readonly preparation: Preparation | null;
  readonly target: Target;
  /** Null while the present content is the first that a person was asked about. */
  readonly previous: Previous | null;
  readonly version: number;
  readonly rev: number;
  /** The `rev` at which the present content was first there: an ETag from before it shows something else. */
  readonly contentRev: number;
  readonly contentHash: string;
  /** Hash of the create request, so that a repeated key with another body is noticed. */
  readonly requestHash: string;
  readonly ask: Ask | null;
  readonly asksMade: number;
  readonly approval: Approval | null;
  /** What decisions were made on, newest last: each may decide once. */
  readonly evidence: readonly string[];
  readonly lease: Lease | null;
  readonly epoch: number;
  readonly attempts: number;
  readonly nextAttemptAt: number | null;
  readonly outcome: Outcome;
  readonly failure: Failure | null;
  readonly result: JsonObject | null;
  readonly due: readonly Due[];
  readonly dueAt: number | null;
  readonly events: readonly TimelineEvent[];
  readonly handlerErrors: number;
  readonly needsAttention: Attention | null;
  readonly deletedAt: number | null;
  readonly schemaVersion: number;
}

export function phaseOf(action: Pick<Action, 'status' | 'approval'>): Phase {
  if (action.status !== 'pending') return action.status;
  return action.approval === null ? 'unasked' : 'approved';
}

export const statusOf = (phase: Phase): Status => (phase === 'unasked' || phase === 'approved' ? 'pending' : phase);

/** One effect may have happened unless nothing was ever started or the last word was that nothing happened. */
export const mayHaveRun = (action: Pick<Action, 'epoch' | 'outcome'>) =>
  action.epoch > 0 && action.outcome !== 'no_effect';
