import type { Clock } from '@intexuraos/kernel';
import type { AddressBookEntry } from './domain/address-book.ts';
import type { AutoApprovalRule } from './domain/auto-approval-rule.ts';
import type { LlmKeyFacts, NewLlmKey } from './domain/llm-key.ts';
import type { Contact, Habits, Person } from './domain/person.ts';

/** Every door of user-service to the outside, with its contract in words. */
export interface UserServicePorts {
  readonly people: People;
  readonly llmKeys: LlmKeys;
  readonly autoApprovalRules: AutoApprovalRules;
  readonly addressBooks: AddressBooks;
  readonly clock: Clock;
  /** What is assumed of somebody whose habits nobody told us. */
  readonly defaults: Habits;
  /** Whether a language model may live on the machine itself; only where the machine is the person's own. */
  readonly loopbackAllowed: boolean;
  ping(): Promise<void>;
}

/** One stored state of one person; hand it back to change it. */
export interface KeptPerson {
  readonly person: Person;
  readonly version: string | number;
}

/** `contact_taken`: the phone or WhatsApp id is somebody else's. In all cases but the first nothing was written. */
export type AddOutcome = 'added' | 'exists' | 'contact_taken';
export type ChangeOutcome = 'changed' | 'conflict' | 'contact_taken';

/** A phone and a WhatsApp id belong to at most one person at any time. */
export interface People {
  get(userId: string): Promise<KeptPerson | null>;
  /** The WhatsApp id counts more than the phone. */
  findByContact(contact: Contact): Promise<Person | null>;
  add(person: Person): Promise<AddOutcome>;
  /** `conflict`: somebody changed the person since `kept` was read. */
  change(kept: KeptPerson, next: Person): Promise<ChangeOutcome>;
}

/** At most one key per person and provider, sealed at rest. */
export interface LlmKeys {
  /** At most 100, by provider. */
  list(userId: string): Promise<readonly LlmKeyFacts[]>;
  get(userId: string, provider: string): Promise<LlmKeyFacts | null>;
  /** With the secrets: for our own services only. Throws INTERNAL_ERROR when a stored key does not open. */
  open(userId: string): Promise<readonly NewLlmKey[]>;
  save(userId: string, key: NewLlmKey, now: number): Promise<LlmKeyFacts>;
  /** False: there was none. */
  remove(userId: string, provider: string): Promise<boolean>;
  /** False: there is none. */
  noteUse(userId: string, provider: string, now: number): Promise<boolean>;
  /** Puts at most `limit` keys under the current master key; says how many were found under an older one. */
  rewrap(limit: number): Promise<number>;
}

/** One stored state of one person's rules; hand it back to change them. */
export interface KeptRules {
  readonly rules: readonly AutoApprovalRule[];
  readonly version: string | number;
}

export interface AutoApprovalRules {
  /** Null: the person has never changed them. */
  get(userId: string): Promise<KeptRules | null>;
  /** False: somebody changed them since `kept` was read. Nothing was written then. */
  save(userId: string, kept: KeptRules | null, next: readonly AutoApprovalRule[]): Promise<boolean>;
}

/** One stored state of one person's address book; hand it back to change it. */
export interface KeptAddressBook {
  readonly entries: readonly AddressBookEntry[];
  readonly version: string | number;
}

export interface AddressBooks {
  /** Null: the person has never written anything into it. */
  get(userId: string): Promise<KeptAddressBook | null>;
  /** False: somebody changed it since `kept` was read. Nothing was written then. */
  save(userId: string, kept: KeptAddressBook | null, next: readonly AddressBookEntry[]): Promise<boolean>;
}
