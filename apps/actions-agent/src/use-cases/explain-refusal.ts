import type { ActionApprovalReply } from '@intexuraos/contracts';
import { mayHaveRun } from '../domain/action.ts';
import type { GuardName } from '../domain/guards.ts';
import { messageText, tooLateText } from '../domain/wording.ts';
import type { Loaded } from '../ports.ts';
import { askOnceMore, endIfOpen } from './ask-once-more.ts';
import type { Change } from './change-action.ts';
import type { Core } from './core.ts';
import { renderingOf } from './render.ts';
import { repeatAsk } from './repeat-ask.ts';
import { evidenceOf, receipt } from './reply-receipt.ts';
import { say } from './say.ts';

type Explain = (core: Core, event: ActionApprovalReply, loaded: Loaded) => Promise<void>;

const changed: Explain = (core, event, loaded) => repeatAsk(core, event, loaded, 'It changed; here is the new one.');
/** The truth about an action that no answer changes any more. */
export const sayTooLate: Explain = (core, event, loaded) =>
  say(core, {
    ...receipt(event, 'confirm', loaded.action.id),
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

const explanations: Partial<Record<GuardName, Explain>> = {
  'ask-current': changed,
  'version-current': changed,
  'ask-not-over': expired,
  'facts-ready': repeatAsk,
  'type-supported': unsupported,
};

/** The truth for whoever's answer did not count. An answer that was counted before says nothing again. */
export async function explainRefusal(core: Core, event: ActionApprovalReply, change: Change): Promise<void> {
  if (change.outcome !== 'refused') return;
  const { loaded, refusal } = change;
  if (loaded.action.evidence.includes(evidenceOf(event))) return;
  const { command, guard } = refusal;
  core.ports.log.info({ actionId: loaded.action.id, command, guard }, 'an answer did not count');
  if (command === 'approve' && expiredUnanswered(loaded)) return askOnceMore(core, event, loaded);
  const explain = guard === null ? sayTooLate : (explanations[guard] ?? sayTooLate);
  await explain(core, event, loaded);
}

const expiredUnanswered = ({ action }: Loaded) =>
  action.status === 'archived' && action.deletedAt === null && action.events.at(-1)?.event === 'expire';
