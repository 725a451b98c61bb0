import type { ActionApprovalReply } from '@intexuraos/contracts';
import { mayHaveRun } from '../domain/action.ts';
import type { GuardName } from '../domain/guards.ts';
import { messageText, tooLateText } from '../domain/wording.ts';
import type { Explanation, Loaded } from '../ports.ts';
import { askOnceMore, endIfOpen } from './ask-once-more.ts';
import type { Change } from './change-action.ts';
import type { Core } from './core.ts';
import { renderingOf } from './render.ts';
import { repeatAsk } from './repeat-ask.ts';
import { evidenceOf, receipt } from './reply-receipt.ts';
import { say } from './say.ts';

type Says = Explanation['says'];
type Explain = (core: Core, event: ActionApprovalReply, loaded: Loaded) => Promise<void>;

/** The truth about an action that no answer changes any more. */
const sayTooLate: Explain = (core, event, loaded) =>
  say(core, {
    ...receipt(event, loaded.action.status === 'awaiting_approval' ? 'clarify' : 'confirm', loaded.action.id),
    text: tooLateText(loaded.action, renderingOf(loaded.action, core.settings)),
  });

const unsupported: Explain = async (core, event, { action }) => {
  const text = messageText('report', action, renderingOf(action, core.settings));
  if (text !== null) await say(core, { ...receipt(event, 'confirm', action.id), text });
};

/** A fresh copy has a key of its own: of what may have happened it could be a second one. */
const expired: Explain = async (core, event, loaded) => {
  const ended = await endIfOpen(core, loaded);
  return mayHaveRun(ended.action) ? sayTooLate(core, event, ended) : askOnceMore(core, event, ended);
};

const explanations: Readonly<Record<Says, Explain>> = {
  changed: (core, event, loaded) => repeatAsk(core, event, loaded, 'It changed; here is the new one.'),
  repeated: repeatAsk,
  expired,
  unsupported,
  too_late: sayTooLate,
};

const saysOf: Partial<Record<GuardName, Says>> = {
  'ask-current': 'changed',
  'version-current': 'changed',
  'ask-not-over': 'expired',
  'facts-ready': 'repeated',
  'type-supported': 'unsupported',
};

/** These show a question: when another one is open, it has been asked by itself. */
const showing: ReadonlySet<Says> = new Set(['changed', 'repeated']);

/** What a copy of an answer hears is what the first one heard, so nothing new, whatever has become of the action since. */
export async function explain(core: Core, event: ActionApprovalReply, loaded: Loaded, says: Says): Promise<void> {
  const { id: actionId, ask } = loaded.action;
  const askId = ask?.id ?? null;
  const first = await core.ports.explanations.keep({ evidence: evidenceOf(event), actionId }, { says, askId });
  if (showing.has(first.says) && first.askId !== askId) return;
  await explanations[first.says](core, event, loaded);
}

/** The truth for whoever's answer did not count. An answer that was counted before says nothing again. */
export async function explainRefusal(core: Core, event: ActionApprovalReply, change: Change): Promise<void> {
  if (change.outcome !== 'refused') return;
  const { loaded, refusal } = change;
  if (loaded.action.evidence.includes(evidenceOf(event))) return;
  const { command, guard } = refusal;
  core.ports.log.info({ actionId: loaded.action.id, command, guard }, 'an answer did not count');
  const isOver = command === 'approve' && expiredUnanswered(loaded);
  const says = guard === null ? undefined : saysOf[guard];
  await explain(core, event, loaded, isOver ? 'expired' : (says ?? 'too_late'));
}

const expiredUnanswered = ({ action }: Loaded) =>
  action.status === 'archived' && action.deletedAt === null && action.events.at(-1)?.event === 'expire';
