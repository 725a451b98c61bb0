import type { Action } from '../api/action.ts';
import { texts } from '../texts.ts';
import { Notice, type NoticeTone } from '../ui/notice.tsx';

interface Remark {
  readonly tone: NoticeTone;
  readonly text: string;
}

function deliveryRemark({ ask, status }: Action): Remark | null {
  if (status !== 'awaiting_approval' || ask?.delivery.status !== 'failed') return null;
  const { errorCode } = ask.delivery;
  return { tone: 'warning', text: texts.attention.UNDELIVERED(errorCode === undefined ? '' : ` (${errorCode})`) };
}

function failureRemark({ failure, payload, status }: Action): Remark | null {
  if (failure === null || status !== 'failed') return null;
  const isDuplicate = typeof payload['existingBookmarkId'] === 'string';
  return { tone: 'bad', text: isDuplicate ? texts.attention.duplicate : failure.message };
}

function remarksOf(action: Action): readonly Remark[] {
  const { needsAttention, wording, status } = action;
  const isOpen = status === 'pending' || status === 'awaiting_approval';
  const remarks: readonly (Remark | null)[] = [
    failureRemark(action),
    needsAttention === 'OUTCOME_UNKNOWN' ? { tone: 'bad', text: texts.attention.OUTCOME_UNKNOWN } : null,
    needsAttention === 'UNSUPPORTED_TYPE' ? { tone: 'warning', text: texts.attention.UNSUPPORTED_TYPE } : null,
    deliveryRemark(action),
    isOpen && wording.problem !== null ? { tone: 'warning', text: texts.attention.problem(wording.problem) } : null,
  ];
  return remarks.filter((remark) => remark !== null);
}

/** What stands in the way, and what to do about it. */
export const Attention = ({ action }: { readonly action: Action }) => (
  <>
    {remarksOf(action).map(({ tone, text }) => (
      <Notice key={text} tone={tone}>
        {text}
      </Notice>
    ))}
  </>
);
