import type { Phase } from './action.ts';
import type { CommandName } from './commands.ts';
import type { GuardName } from './guards.ts';

export type Actor = 'service' | 'owner' | 'worker' | 'policy' | 'sweeper';

/** One allowed move. `to: 'same'` keeps the status and only writes what is known. */
export interface Row {
  readonly from: readonly Phase[];
  readonly to: Phase | 'same';
  readonly who: readonly Actor[];
  /** All must hold, checked in this order; the first that does not names the refusal. */
  readonly guards: readonly GuardName[];
}

const open: readonly Phase[] = ['unasked', 'awaiting_approval', 'approved'];
const ended: readonly Phase[] = ['completed', 'rejected', 'failed'];
const any: readonly Phase[] = [...open, 'processing', ...ended, 'archived'];

/**
 * Every change of an action, and so every status change of the system: what is not in this table cannot happen.
 * The checks, the `can` list of the API, the documentation and the model checker are derived from it.
 */
export const lifecycle: { readonly [N in CommandName]: readonly Row[] } = {
  edit: [
    { from: ['unasked'], to: 'unasked', who: ['owner'], guards: ['owner', 'version-current'] },
    {
      from: ['awaiting_approval'],
      to: 'awaiting_approval',
      who: ['owner'],
      guards: ['owner', 'version-current', 'certainly-not-run'],
    },
    {
      from: ['approved'],
      to: 'awaiting_approval',
      who: ['owner'],
      guards: ['owner', 'version-current', 'not-leased', 'certainly-not-run'],
    },
    {
      from: ['failed'],
      to: 'awaiting_approval',
      who: ['owner'],
      guards: ['owner', 'version-current', 'no-effect-proven'],
    },
  ],
  ask: [
    {
      from: ['unasked'],
      to: 'awaiting_approval',
      who: ['worker'],
      guards: ['type-supported', 'preparation-settled', 'not-auto-approved'],
    },
  ],
  autoApprove: [
    { from: ['unasked'], to: 'approved', who: ['policy'], guards: ['type-supported', 'facts-ready', 'rule-fits'] },
  ],
  poison: [{ from: ['unasked'], to: 'failed', who: ['worker'], guards: ['threw-too-often'] }],
  approve: [
    {
      from: ['unasked', 'awaiting_approval'],
      to: 'approved',
      who: ['owner'],
      guards: [
        'owner',
        'type-supported',
        'evidence-new',
        'ask-current',
        'version-current',
        'ask-not-over',
        'facts-ready',
      ],
    },
  ],
  clarify: [
    {
      from: ['awaiting_approval'],
      to: 'awaiting_approval',
      who: ['worker'],
      guards: ['owner', 'evidence-new', 'ask-current', 'preparation-settled', 'clarifications-left'],
    },
  ],
  reject: [{ from: open, to: 'rejected', who: ['owner'], guards: ['owner', 'not-leased', 'certainly-not-run'] }],
  archive: [
    { from: open, to: 'archived', who: ['owner'], guards: ['owner', 'not-leased', 'certainly-not-run'] },
    { from: ended, to: 'archived', who: ['owner'], guards: ['owner'] },
  ],
  delete: [
    { from: open, to: 'archived', who: ['owner'], guards: ['owner', 'not-leased', 'certainly-not-run'] },
    { from: [...ended, 'archived'], to: 'archived', who: ['owner'], guards: ['owner', 'not-deleted'] },
  ],
  expire: [
    { from: ['awaiting_approval'], to: 'archived', who: ['sweeper'], guards: ['ask-over', 'certainly-not-run'] },
    { from: ['awaiting_approval'], to: 'failed', who: ['sweeper'], guards: ['ask-over', 'may-have-run'] },
  ],
  claim: [
    {
      from: ['approved'],
      to: 'processing',
      who: ['worker', 'owner'],
      guards: ['approval-fits', 'attempt-due', 'not-leased'],
    },
  ],
  complete: [{ from: ['processing'], to: 'completed', who: ['worker'], guards: ['epoch-current'] }],
  retry: [
    {
      from: ['processing'],
      to: 'approved',
      who: ['worker', 'sweeper'],
      guards: ['epoch-current', 'holder-or-lease-over', 'attempts-left', 'repeat-safe'],
    },
  ],
  fail: [
    {
      from: ['processing'],
      to: 'failed',
      who: ['worker', 'sweeper'],
      guards: ['epoch-current', 'holder-or-lease-over'],
    },
  ],
  askAgain: [
    {
      from: ['failed'],
      to: 'awaiting_approval',
      who: ['owner'],
      guards: ['owner', 'type-supported', 'duplicate-confirmed'],
    },
  ],
  updateDuplicate: [{ from: ['failed'], to: 'completed', who: ['owner'], guards: ['owner', 'has-duplicate'] }],
  skipDuplicate: [{ from: ['failed'], to: 'rejected', who: ['owner'], guards: ['owner', 'has-duplicate'] }],
  prepared: [
    {
      from: ['unasked', 'awaiting_approval'],
      to: 'same',
      who: ['worker'],
      guards: ['version-current', 'preparation-pending'],
    },
  ],
  unsupported: [{ from: ['unasked'], to: 'same', who: ['worker'], guards: ['type-unsupported', 'not-noticed'] }],
  threw: [{ from: ['unasked', 'awaiting_approval'], to: 'same', who: ['worker'], guards: ['version-current'] }],
  delivery: [{ from: any, to: 'same', who: ['worker'], guards: [] }],
  told: [{ from: any, to: 'same', who: ['worker', 'sweeper'], guards: [] }],
};
