import type { ActionApprovalReply } from '@intexuraos/contracts';
import type { GuardName } from '../domain/guards.ts';
import { tooLateText } from '../domain/wording.ts';
import type { Loaded } from '../ports.ts';
import { askOnceMore } from './ask-once-more.ts';
import type { Change } from './change-action.ts';
import type { Core } from './core.ts';
import { renderingOf } from './render.ts';
import { repeatAsk } from './repeat-ask.ts';
import { evidenceOf, receipt } from './reply-receipt.ts';
import { say } from './say.ts';

type Explain = (core: Core, event: ActionApprovalReply, loaded: Loaded) => Promise<void>;

const changed: Explain = (core, event, loaded) => repeatAsk(core, event, loaded, 'It changed; here is the new one.\n');
const tooLate: Explain = (core, event, loaded) =>
  say(core, {
    ...receipt(event, 'confirm', loaded.action.id),
    text: tooLateText(loaded.action, renderingOf(loaded.action, core.settings)),
  });

const explanations: Partial<Record<GuardName, Explain>> = {
  'ask-current': changed,
  'version-current': changed,
  'ask-not-over': askOnceMore,
  'facts-ready': repeatAsk,
};

/** The truth for whoever's answer did not count. An answer that was counted before says nothing again. */
export async function explainRefusal(core: Core, event: ActionApprovalReply, change: Change): Promise<void> {
  if (change.outcome !== 'refused') return;
  const { loaded, refusal } = change;
  if (loaded.action.evidence.includes(evidenceOf(event))) return;
  if (refusal.command === 'approve' && expiredUnanswered(loaded)) return askOnceMore(core, event, loaded);
  const explain = refusal.guard === null ? tooLate : (explanations[refusal.guard] ?? tooLate);
  await explain(core, event, loaded);
}

const expiredUnanswered = ({ action }: Loaded) =>
  action.status === 'archived' && action.deletedAt === null && action.events.at(-1)?.event === 'expire';
