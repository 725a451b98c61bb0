import type { ActionApprovalReply } from '@intexuraos/contracts';
import type { Loaded } from '../ports.ts';
import type { Core } from './core.ts';
import { evidenceOf } from './reply-receipt.ts';
import { showQuestion } from './show-question.ts';

/** Shows the present question of an action to somebody who answered something else; nothing if there is none. */
export const repeatAsk = (core: Core, event: ActionApprovalReply, loaded: Loaded, preface?: string): Promise<void> =>
  showQuestion(core, loaded, { occasion: evidenceOf(event), replyTo: event.inboundWamid, preface });
