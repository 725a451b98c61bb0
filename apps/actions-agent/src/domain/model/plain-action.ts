import type { Action, Due } from '../action.ts';
import { kindOf } from '../due.ts';
import { ahead, behind, present } from './types.ts';

const moment = (at: number) => (at > present ? ahead : behind);

/** Nothing in the model listens to these, and nothing waits for them. */
const unheard = ['event', 'confirm', 'report'];

/** A key with the `rev` in it becomes one that counts, so that two of a kind stay two. */
function plainDue(due: readonly Due[]): readonly Due[] {
  const plain: Due[] = [];
  for (const { key } of due) {
    const kind = kindOf({ key });
    if (unheard.includes(kind)) continue;
    const same = plain.filter((other) => kindOf(other) === kind).length;
    plain.push({ key: kind === 'ask' || kind === 'clarify' ? key : `${kind}:a:${same}`, at: behind });
  }
  return plain.toSorted((one, other) => (one.key < other.key ? -1 : 1));
}

/** The action without what makes equal situations look different: clocks, counters of writes, history, texts. */
export function plainAction(action: Action): Action {
  const { ask, approval, lease, failure, nextAttemptAt } = action;
  return {
    ...action,
    rev: 1,
    contentRev: 1,
    previous: null,
    updatedAt: behind,
    events: [],
    dueAt: null,
    due: plainDue(action.due),
    nextAttemptAt: nextAttemptAt === null ? null : moment(nextAttemptAt),
    ask: ask && { ...ask, createdAt: behind, expiresAt: moment(ask.expiresAt), code: '' },
    approval: approval && {
      ...approval,
      by: approval.channel === 'policy' ? approval.by : '',
      decidedAt: behind,
      evidence: '',
    },
    lease: lease && { owner: '', until: moment(lease.until) },
    failure: failure && { code: '', message: '', retryable: true },
  };
}
