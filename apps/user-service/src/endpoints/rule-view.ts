import { AutoApprovalRules } from '@intexuraos/contracts';
import type { AutoApprovalRule } from '../domain/auto-approval-rule.ts';

export const ShownRules = AutoApprovalRules;

export const shownRules = (rules: readonly AutoApprovalRule[]) => ShownRules.parse({ rules });
