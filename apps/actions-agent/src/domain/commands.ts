import type { JsonObject } from '@intexuraos/kernel';
import type { Ask, AskDelivery, Channel, Failure, Outcome, Preparation } from './action.ts';

/** Who acts and through what; `userId` is checked against the owner where the table says so. */
interface Acting {
  readonly by: string;
  readonly channel: Channel;
}

/** A worker's or sweeper's word about a claimed run. */
interface AboutRun {
  readonly epoch: number;
  /** `holder` speaks for its own claim; `sweeper` may only when the lease is over. */
  readonly speaker: 'holder' | 'sweeper';
}

/** What each transition needs to know. Plain facts: everything read from clocks, stores or people before deciding. */
export interface Commands {
  edit: Acting & {
    readonly version: number | null;
    readonly changes: EditChanges;
    /** The reply that asked for it, where it came by one. */
    readonly evidence?: string;
  };
  ask: object;
  /** The id of the rule that fits. */
  autoApprove: { readonly rule: string };
  poison: { readonly failure: Failure };
  approve: Acting & {
    /** The version the person saw; null when an unversioned yes is allowed (only while the version is 1). */
    readonly version: number | null;
    /** The ask they answered; null on the web. */
    readonly askId: string | null;
    readonly evidence: string;
    /** When they said so, if another clock than the store's tells (WhatsApp's). */
    readonly saidAt: number | null;
  };
  clarify: Acting & {
    readonly askId: string;
    readonly evidence: string;
    readonly hint: Ask['hint'];
    readonly problem?: string;
  };
  reject: Acting & { readonly evidence: string; readonly reason: string | null };
  archive: Acting & { readonly reason: string | null };
  delete: Acting;
  expire: object;
  claim: { readonly owner: string };
  complete: AboutRun & { readonly result: JsonObject };
  retry: AboutRun & { readonly outcome: Outcome; readonly failure: Failure; readonly pauseMs: number };
  fail: AboutRun & { readonly outcome: Outcome; readonly failure: Failure; readonly result: JsonObject | null };
  askAgain: Acting & { readonly confirmMayDuplicate: boolean };
  updateDuplicate: Acting & { readonly result: JsonObject };
  skipDuplicate: Acting;
  prepared: { readonly version: number; readonly facts: JsonObject | null; readonly preparation: Preparation };
  unsupported: object;
  threw: { readonly version: number; readonly message: string };
  delivery: { readonly key: string; readonly delivery: AskDelivery };
  told: { readonly keys: readonly string[]; readonly postponeTo: number | null };
}

export interface EditChanges {
  readonly type?: string;
  readonly title?: string;
  readonly payload?: JsonObject;
}

export type CommandName = keyof Commands;
export type Command = { readonly [N in CommandName]: { readonly name: N } & Commands[N] }[CommandName];
export type CommandOf<N extends CommandName> = { readonly name: N } & Commands[N];
