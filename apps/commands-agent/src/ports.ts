import type { Locale } from '@intexuraos/contracts';
import type { Clock, Logger } from '@intexuraos/kernel';
import type { Publisher } from '@intexuraos/messaging';
import type { Version } from '@intexuraos/storage';
import type { Command } from './domain/command.ts';
import type { Correction } from './domain/correction.ts';
import type { ModelAnswer } from './domain/model-answer.ts';
import type { TimesRead } from './domain/times.ts';

/** Every door of commands-agent to the outside, with its contract in words. */
export interface Ports {
  readonly commands: Commands;
  readonly corrections: Corrections;
  readonly requestAction: RequestAction;
  /** Null while user-service does not answer. */
  localeOf(userId: string): Promise<Locale | null>;
  readonly readTimes: ReadTimes;
  readonly askModel: AskModel;
  readonly publisher: Publisher;
  readonly crashPoint: (name: CrashPointName) => void;
  /** Throws while the store does not answer. */
  ready(): Promise<void>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Named places where a test may end the process, to see that nothing is lost or done twice. */
export const crashPointNames = [
  'before-command-stored',
  'after-command-stored',
  'before-command-classified',
  'after-command-classified',
  'before-action-requested',
  'after-action-requested',
  'before-action-noted',
  'after-action-noted',
  'before-small-talk-answered',
  'after-small-talk-answered',
] as const;
export type CrashPointName = (typeof crashPointNames)[number];

/** One stored state of one command. */
export interface Kept {
  readonly command: Command;
  readonly version: Version;
}

export interface Commands {
  /** `exists` when the id is taken: the same message came before. Survives a power cut when it answers. */
  create(command: Command): Promise<{ readonly outcome: 'created' | 'exists'; readonly kept: Kept }>;
  get(id: string): Promise<Kept | null>;
  /** Null: it has changed since it was read. */
  replace(kept: Kept, next: Command): Promise<Kept | null>;
  /** Commands whose `dueAt` has passed, longest overdue first. */
  due(now: number, limit: number): Promise<readonly Kept[]>;
}

export interface Corrections {
  /** Keeps an example once. */
  keep(correction: Correction): Promise<void>;
  /** Oldest first. */
  list(page: { readonly limit: number; readonly cursor?: string }): Promise<{
    readonly corrections: readonly Correction[];
    readonly nextCursor: string | null;
  }>;
}

export type RequestOutcome =
  | { readonly outcome: 'requested'; readonly actionId: string }
  /** The same request will never be taken. */
  | { readonly outcome: 'refused'; readonly code: string; readonly message: string }
  /** Not now, or nobody knows: the same request may be repeated. */
  | { readonly outcome: 'failed'; readonly code: string };

/** Has actions-agent make the action of a classified command; one for each command, however often it is asked. */
export type RequestAction = (command: Command) => Promise<RequestOutcome>;

/** When words are said, where, and by whom. */
export interface TimeSetting extends Locale {
  /** Unix milliseconds. */
  readonly now: number;
}

/** Days and times of the clock in a person's words: only what is really named. */
export type ReadTimes = (words: string, setting: TimeSetting) => TimesRead;

/** The person's own language model. Null: no key, no answer in time, or none that fits. */
export type AskModel = (userId: string, text: string) => Promise<ModelAnswer | null>;
