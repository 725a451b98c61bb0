import { type AutoApprovalRule, usualAutoApprovalRules } from '@intexuraos/contracts';
import type { CallOutcome, Connect } from '@intexuraos/internal-clients';
import { userService } from '@intexuraos/internal-clients/user-service';
import type { Clock, Logger } from '@intexuraos/kernel';
import type { ApprovalRules } from '../../ports.ts';

/** A rule that was deleted approves for so long at most. */
const keptMs = 5_000;
const keptMax = 10_000;
/** A question must not wait long for rules. */
const deadlineMs = 2_000;

/** A person's rules as user-service knows them, remembered for a moment. While it does not answer there are none. */
export function createApprovalRules(
  connect: Connect,
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
): ApprovalRules {
  const kept = new Map<string, { readonly rules: readonly AutoApprovalRule[]; readonly until: number }>();
  return {
    async of(userId) {
      const known = kept.get(userId);
      if (known !== undefined && known.until > clock.now()) return known.rules;
      const signal = AbortSignal.timeout(deadlineMs);
      const rules = rulesIn(await connect(userService, { signal }).autoApprovalRules(userId));
      if (rules === null) log.warn({ userId }, 'no rules could be had, so the person is asked');
      if (kept.size >= keptMax) kept.clear();
      kept.set(userId, { rules: rules ?? [], until: clock.now() + keptMs });
      return rules ?? [];
    },
  };
}

/** A user-service that has never heard of rules leaves what holds for everybody. Null: nobody knows. */
function rulesIn(call: CallOutcome<{ rules: readonly AutoApprovalRule[] }>): readonly AutoApprovalRule[] | null {
  if (call.kind === 'answered') return call.data.rules;
  return call.code === 'NOT_FOUND' ? usualAutoApprovalRules : null;
}
