import type { ActionApprovalReply } from '@intexuraos/contracts';
import type { Loaded } from '../ports.ts';
import type { Core } from './core.ts';
import { evidenceOf, receipt } from './reply-receipt.ts';
import { say } from './say.ts';
import { showQuestion } from './show-question.ts';

/**
 * Shows the present question of an action to somebody who answered something else; nothing if there is none. While its
 * facts are worked out they only hear that: a question without them could be quoted with a yes once they are known.
 */
export const repeatAsk = (core: Core, event: ActionApprovalReply, loaded: Loaded, preface?: string): Promise<void> =>
  loaded.action.preparation?.status === 'pending'
    ? say(core, { ...receipt(event, 'clarify', loaded.action.id), text: stillWorkingOut })
    : showQuestion(core, loaded, { occasion: evidenceOf(event), replyTo: event.inboundWamid, preface });

const stillWorkingOut = 'It changed, and I am still working it out. I will ask you as soon as that is done.';
