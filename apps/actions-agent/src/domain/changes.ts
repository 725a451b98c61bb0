import type { Action, Ask, AskDelivery, Attention, Outcome } from './action.ts';
import { askCode, askEnd, askKey, isRepeatKey, withNewAsk } from './ask.ts';
import type { CommandName, CommandOf } from './commands.ts';
import { contentOf, withHash } from './content.ts';
import type { Context } from './context.ts';
import { tell, tellLater, untell } from './due.ts';

type Change<N extends CommandName> = (action: Action, command: CommandOf<N>, context: Context, to: string) => Action;

const evidenceKept = 20;

const withEvidence = (action: Action, evidence: string) => [...action.evidence, evidence].slice(-evidenceKept);

const cleared = (action: Action, attention: Attention) =>
  action.needsAttention === attention ? null : action.needsAttention;

/** Once nobody can tell what happened, a later attempt that did nothing proves nothing about the earlier one. */
const outcomeAfter = (before: Outcome, now: Outcome): Outcome =>
  before === 'unknown' && now === 'no_effect' ? 'unknown' : now;

/** Asks for the present version: at once, or as soon as its facts are worked out. */
function askAnew(action: Action, context: Context): Action {
  const asked = withNewAsk(untell(action, 'ask', 'clarify', 'confirm', 'created', 'report'), context);
  return tell(asked, action.preparation?.status === 'pending' ? 'created' : 'ask', context);
}

/** A content whose facts nobody has seen, or that had none to see, is not what the next one is compared with. */
const shownBefore = ({ type, title, payload, prepared, preparation, previous }: Action) =>
  preparation === null || preparation.status === 'ready' ? { type, title, payload, prepared } : previous;

const edit: Change<'edit'> = (action, { changes, evidence }, context, to) => {
  const { type = action.type, title = action.title, payload = action.payload } = changes;
  const edited = withHash({
    ...action,
    ...contentOf({ type, title, payload }, context),
    previous: to === 'unasked' ? null : shownBefore(action),
    evidence: evidence === undefined ? action.evidence : withEvidence(action, evidence),
    version: action.version + 1,
    approval: null,
    attempts: 0,
    nextAttemptAt: null,
    failure: null,
    result: null,
    handlerErrors: 0,
    needsAttention: null,
  });
  return to === 'unasked' ? tell(untell(edited, 'created', 'report'), 'created', context) : askAnew(edited, context);
};

const ask: Change<'ask'> = (action, _command, context) =>
  tell(withNewAsk(untell(action, 'created'), context), 'ask', context);

/** Approved content runs at once, or when its type says so (a reminder at its time). */
function start(action: Action, context: Context): Action {
  const startsAt = context.typeOf(action.type)?.startsAt(action) ?? null;
  if (startsAt === null || startsAt <= context.now) return tell(action, 'created', context);
  return tellLater({ ...action, nextAttemptAt: startsAt }, 'created', startsAt);
}

const autoApprove: Change<'autoApprove'> = (action, { rule: id }, context) => {
  const name = context.rules.find((rule) => rule.id === id)?.name ?? id;
  const approval = {
    by: `policy:${id}`,
    channel: 'policy' as const,
    version: action.version,
    contentHash: action.contentHash,
    askId: null,
    decidedAt: context.now,
    evidence: id,
    rule: { id, name },
  };
  return start({ ...untell(action, 'created'), approval }, context);
};

const approve: Change<'approve'> = (action, { by, channel, evidence }, context) => {
  const approval = {
    by,
    channel,
    version: action.version,
    contentHash: action.contentHash,
    askId: action.ask?.id ?? null,
    decidedAt: context.now,
    evidence,
  };
  const approved = {
    ...untell(action, 'created', 'ask', 'clarify'),
    approval,
    evidence: withEvidence(action, evidence),
    needsAttention: cleared(action, 'UNDELIVERED'),
  };
  return tell(start(approved, context), 'confirm', context);
};

const clarify: Change<'clarify'> = (action, { evidence, hint, problem = null }, context) => {
  if (action.ask === null) return action;
  const ask = { ...action.ask, clarifications: action.ask.clarifications + 1, hint, problem };
  return tell({ ...action, ask, evidence: withEvidence(action, evidence) }, 'clarify', context);
};

/** Nobody is waiting for an answer any more, and what was to be reported before is not how it ended. */
const closed = (action: Action) => ({
  ...untell(action, 'created', 'ask', 'clarify', 'confirm', 'report'),
  nextAttemptAt: null,
});

const reject: Change<'reject'> = (action, { evidence, reason }, context) =>
  tell(
    {
      ...closed(action),
      evidence: withEvidence(action, evidence),
      result: reason === null ? action.result : { ...action.result, reason },
    },
    'confirm',
    context,
  );

const expire: Change<'expire'> = (action, _command, context) =>
  tell(
    { ...closed(action), needsAttention: action.outcome === 'unknown' ? 'OUTCOME_UNKNOWN' : action.needsAttention },
    'report',
    context,
  );

const claim: Change<'claim'> = (action, { owner }, { now, policy }) => ({
  ...untell(action, 'created'),
  epoch: action.epoch + 1,
  attempts: action.attempts + 1,
  nextAttemptAt: null,
  lease: { owner, until: now + policy.leaseMs },
});

const complete: Change<'complete'> = (action, { result }, context) =>
  tell(
    {
      ...untell(action, 'confirm'),
      lease: null,
      failure: null,
      result: { ...action.result, ...result },
      outcome: 'effect',
      needsAttention: cleared(action, 'OUTCOME_UNKNOWN'),
    },
    'report',
    context,
  );

const retry: Change<'retry'> = (action, { outcome, failure, pauseMs }, { now }) =>
  tellLater(
    { ...action, lease: null, failure, outcome: outcomeAfter(action.outcome, outcome), nextAttemptAt: now + pauseMs },
    'created',
    now + pauseMs,
  );

const fail: Change<'fail'> = (action, { outcome, failure, result }, context) => {
  const known = outcomeAfter(action.outcome, outcome);
  const failed: Action = {
    ...untell(action, 'confirm'),
    lease: null,
    failure,
    outcome: known,
    result: result === null ? action.result : { ...action.result, ...result },
    needsAttention: known === 'unknown' ? 'OUTCOME_UNKNOWN' : action.needsAttention,
  };
  return tell(failed, 'report', context);
};

const poison: Change<'poison'> = (action, { failure }, context) =>
  tell({ ...closed(action), failure }, 'report', context);

const askAgain: Change<'askAgain'> = (action, _command, context) => {
  const version = action.outcome === 'no_effect' ? action.version + 1 : action.version;
  return askAnew(
    { ...action, version, previous: null, approval: null, attempts: 0, nextAttemptAt: null, handlerErrors: 0 },
    context,
  );
};

const updateDuplicate: Change<'updateDuplicate'> = (action, { result }, context) =>
  tell(
    {
      ...action,
      failure: null,
      result: { ...action.result, ...result },
      outcome: 'effect',
      needsAttention: cleared(action, 'OUTCOME_UNKNOWN'),
    },
    'report',
    context,
  );

/** A new ask waits for these facts where an edit made one: its code stands for them, and they may say when it ends. */
const prepared: Change<'prepared'> = (action, { facts, preparation }, context) => {
  const settled = withHash({ ...untell(action, 'created'), prepared: facts, preparation, handlerErrors: 0 });
  if (action.status !== 'awaiting_approval' || settled.ask === null) return settled;
  const ask = { ...settled.ask, expiresAt: askEnd(settled, context), code: askCode(settled, context.codeSalt) };
  return tell({ ...settled, ask }, 'ask', context);
};

const unsupported: Change<'unsupported'> = (action, _command, context) =>
  tell({ ...untell(action, 'created'), needsAttention: 'UNSUPPORTED_TYPE' }, 'report', context);

const threw: Change<'threw'> = (action) => ({ ...action, handlerErrors: action.handlerErrors + 1 });

/** A failure that was reported before a delivery is outweighed by it. */
const deliveryOrder = ['due', 'sent', 'failed', 'delivered', 'read'];

/** What is known now of how the question reached the person; null where the news changes nothing. */
function deliveryAfter(action: Action, ask: Ask, key: string, news: AskDelivery): AskDelivery | null {
  const { delivery: present } = ask;
  const { via = askKey(action), sentAt } = present;
  if (key === via) {
    const isNews = deliveryOrder.indexOf(news.status) > deliveryOrder.indexOf(present.status);
    if (isNews) return { ...(present.via && { via }), ...(sentAt !== undefined && { sentAt }), ...news };
    // Overtaken by what came after it, this still says when the question left.
    return sentAt === undefined && news.sentAt !== undefined ? { ...present, sentAt: news.sentAt } : null;
  }
  const takesOver = isRepeatKey(action, key) && present.status === 'failed';
  return takesOver ? { ...news, via: key } : null;
}

/** Whether word of a message changes nothing: it came before, or something later did. */
export const isOldNews = (action: Action, key: string, news: AskDelivery): boolean =>
  news.status !== 'failed' &&
  !action.due.some((due) => due.key === key) &&
  (action.ask === null || deliveryAfter(action, action.ask, key, news) === null);

const delivery: Change<'delivery'> = (action, { key, delivery: news }) => {
  const heard = { ...action, due: action.due.filter((due) => due.key !== key) };
  const { ask } = action;
  const known = ask && deliveryAfter(action, ask, key, news);
  if (ask === null || known === null) return heard;
  const undelivered = known.status === 'failed' && action.status === 'awaiting_approval';
  return {
    ...heard,
    ask: { ...ask, delivery: known },
    needsAttention: undelivered ? 'UNDELIVERED' : cleared(action, 'UNDELIVERED'),
  };
};

const told: Change<'told'> = (action, { keys, postponeTo }) => ({
  ...action,
  due: action.due.flatMap((due) => {
    if (!keys.includes(due.key)) return [due];
    return postponeTo === null ? [] : [{ ...due, at: postponeTo }];
  }),
});

/** What each transition writes besides the status. Pure: time comes from the context. */
export const changes: { readonly [N in CommandName]: Change<N> } = {
  edit,
  ask,
  autoApprove,
  poison,
  approve,
  clarify,
  reject,
  archive: (action) => closed(action),
  delete: (action, _command, { now }) => ({ ...closed(action), deletedAt: now }),
  expire,
  claim,
  complete,
  retry,
  fail,
  askAgain,
  updateDuplicate,
  skipDuplicate: (action) => action,
  prepared,
  unsupported,
  threw,
  delivery,
  told,
};
