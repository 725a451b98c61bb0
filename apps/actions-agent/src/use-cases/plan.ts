import type { Durability } from '@intexuraos/storage';
import type { ApprovalRule } from '../domain/approval-rule.ts';
import type { Command } from '../domain/commands.ts';
import type { Alongside, Loaded } from '../ports.ts';

/** What to do with an action as it was read; null to leave it alone. */
export type Plan = Omit<Alongside, 'overflow' | 'messages'> & {
  readonly commands: readonly Command[];
  /** Where a rule may decide: those that were looked up. */
  readonly rules?: readonly ApprovalRule[];
  /** `soon` only where a sweep would repeat what is lost. */
  readonly durability?: Durability;
  /** What is wanted told at once goes with the write where it can, so that nothing is left to be crossed off. */
  readonly tellsAlong?: true;
};
export type Planner = (loaded: Loaded) => Plan | null;
