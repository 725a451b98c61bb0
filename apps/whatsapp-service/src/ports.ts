import type {
  ActionApprovalReply,
  CommandIngest,
  WhatsAppMessageSend,
  WhatsAppMessageStatus,
  WhatsAppWindowOpened,
} from '@intexuraos/contracts';
import type { Clock, Logger } from '@intexuraos/kernel';
import type { Publisher } from '@intexuraos/messaging';
import type { Version } from '@intexuraos/storage';
import type { Sender } from './domain/inbound.ts';
import type { InboxEntry } from './domain/inbox-entry.ts';
import type { Account } from './domain/read-delivery.ts';
import type { Refusal } from './domain/send-failure.ts';
import type { Button, SentMessage } from './domain/sent-message.ts';

/** Every door of whatsapp-service to the outside, with its contract in words. */
export interface Ports {
  readonly account: Account;
  readonly webhook: WebhookSecrets;
  /** Whether an approved template may be sent where the 24-hour window is closed. */
  readonly hasTemplate: boolean;
  readonly inbox: Inbox;
  readonly messages: Messages;
  readonly people: People;
  readonly courier: Courier;
  readonly publisher: Publisher;
  readonly clock: Clock;
  readonly log: Logger;
}

export interface WebhookSecrets {
  /** One, or two while the secret is being changed. */
  readonly appSecrets: readonly string[];
  readonly verifyToken: string;
}

/** What an inbound item may lead to. */
export type Event =
  | ActionApprovalReply
  | CommandIngest
  | WhatsAppMessageSend
  | WhatsAppMessageStatus
  | WhatsAppWindowOpened;

/** One stored state of one document. */
export interface Kept<T> {
  readonly id: string;
  readonly data: T;
  readonly version: Version;
}

export interface NewEntry {
  readonly id: string;
  readonly entry: InboxEntry<Event>;
}

/** A message of ours as it was read, and as it shall be. */
export interface MessageChange {
  readonly kept: Kept<SentMessage>;
  readonly next: SentMessage;
}

export type AddOutcome =
  | { readonly outcome: 'added'; readonly entries: readonly Kept<InboxEntry<Event>>[] }
  /** Some have come before; nothing was written. */
  | { readonly outcome: 'known'; readonly ids: ReadonlySet<string> }
  /** A message of ours has changed since it was read; nothing was written. */
  | { readonly outcome: 'stale' };

/** What came in from WhatsApp, for 30 days: nothing in it is acted on twice, and nothing is lost. */
export interface Inbox {
  /**
   * One commit for all: the entries as new ones, and what they change about our own messages. `flushed` makes it
   * survive a power cut before it answers; otherwise it does with the next flushed commit.
   */
  add(entries: readonly NewEntry[], changes: readonly MessageChange[], flushed: boolean): Promise<AddOutcome>;
  /** Writes what has become of entries, each if it is still as it was read; answers with those that were. */
  update(
    changes: readonly { readonly kept: Kept<InboxEntry<Event>>; readonly next: InboxEntry<Event> }[],
    flushed: boolean,
  ): Promise<readonly Kept<InboxEntry<Event>>[]>;
  /** Entries whose `dueAt` has passed, longest overdue first. */
  due(now: number, limit: number): Promise<readonly Kept<InboxEntry<Event>>[]>;
  /** Throws while the store does not answer. */
  ping(): Promise<void>;
}

/** Our own messages, for 30 days. */
export interface Messages {
  /** Survives a power cut when it answers. Null: a message of this key exists. */
  create(message: SentMessage): Promise<Kept<SentMessage> | null>;
  /** Null: it has changed since it was read. */
  replace(kept: Kept<SentMessage>, next: SentMessage, flushed: boolean): Promise<Kept<SentMessage> | null>;
  byKey(messageKey: string): Promise<Kept<SentMessage> | null>;
  byWamid(wamid: string): Promise<Kept<SentMessage> | null>;
  /** Messages to this person created at or after `since`, newest first. */
  recentOf(userId: string, since: number, limit: number): Promise<readonly SentMessage[]>;
  /** Messages to this person created at or after `since` that failed, newest first. */
  failedOf(userId: string, since: number, limit: number): Promise<readonly SentMessage[]>;
  /** Messages whose `dueAt` has passed, longest overdue first. */
  due(now: number, limit: number): Promise<readonly Kept<SentMessage>[]>;
  /** Messages to anybody that reached nobody, newest first. Throws VALIDATION_FAILED for a cursor of another list. */
  undelivered(page: {
    readonly limit: number;
    readonly cursor?: string | undefined;
  }): Promise<{ readonly messages: readonly SentMessage[]; readonly nextCursor: string | null }>;
}

/** How a person is reached. At least one of the two. */
export type Contact = Sender;

/** Who is who, as user-service knows it. Throws `AppError('UNAVAILABLE')` when that cannot be said in good time. */
export interface People {
  /** By business-scoped id first, phone number second. Null: nobody we know. */
  find(sender: Sender): Promise<string | null>;
  /** Null: no such person, or none with WhatsApp. */
  contactOf(userId: string): Promise<Contact | null>;
}

/** What goes to a phone. */
export interface Letter {
  readonly to: Contact;
  readonly text: string;
  readonly buttons: readonly Button[];
  readonly replyTo: string | null;
  readonly asTemplate: boolean;
  /** Comes back with each status. */
  readonly messageKey: string;
}

export type SendOutcome =
  | { readonly outcome: 'accepted'; readonly wamid: string }
  /** It certainly did not go out. */
  | ({ readonly outcome: 'refused' } & Refusal)
  /** It may have gone out: the connection was cut or the answer did not come in time. */
  | { readonly outcome: 'unknown'; readonly reason: string };

/** Hands messages to WhatsApp. One call each, never repeated by itself. */
export interface Courier {
  send(letter: Letter): Promise<SendOutcome>;
}
