import { uuidFromName } from '@intexuraos/kernel';

/** "Actions like these need no question": kept here, judged by actions-agent. */
export interface AutoApprovalRule {
  readonly id: string;
  readonly name: string;
  readonly actionTypes: readonly string[];
  /** 0 to 1. */
  readonly confidenceMin: number;
  readonly conditions: {
    readonly originKinds?: readonly string[] | undefined;
    readonly titleContains?: readonly string[] | undefined;
    readonly urlHosts?: readonly string[] | undefined;
  };
  /** Approvals in any 24 hours; null for as often as it fits. */
  readonly perDayMax: number | null;
}

export const rulesMax = 20;

/** Named after what it says, so the same rule twice is one rule. */
export const named = (rule: Omit<AutoApprovalRule, 'id'>): AutoApprovalRule => ({
  ...rule,
  id: uuidFromName(JSON.stringify(rule)),
});
