import type { Action } from '../api/action.ts';
import { useSession } from '../app-context.ts';
import { texts } from '../texts.ts';
import { useMomentText } from '../ui/moment.tsx';
import { howText, whoText } from './explain-refusal.ts';

/** Where it stands: whether the question arrived and how long it counts, who approved, when it runs. */
export function ActionSituation({ action: { status, ask, approval, nextAttemptAt } }: { readonly action: Action }) {
  const userId = useSession()?.userId ?? '';
  const momentText = useMomentText();
  const asked = status === 'awaiting_approval' ? ask : null;
  const waitsUntil = status === 'pending' && approval !== null ? nextAttemptAt : null;
  return (
    <div className="situation">
      {asked !== null && asked.delivery.status !== 'failed' && (
        <p>{texts.action.asked(texts.deliveries[asked.delivery.status])}</p>
      )}
      {asked !== null && <p>{texts.action.expires(momentText(asked.expiresAt))}</p>}
      {approval !== null && (
        <p>
          {texts.action.approvedBy(
            whoText(approval.by, approval.channel, userId),
            howText(approval.channel),
            momentText(approval.decidedAt),
          )}
        </p>
      )}
      {waitsUntil !== null && <p>{texts.action.startsAt(momentText(waitsUntil))}</p>}
    </div>
  );
}
