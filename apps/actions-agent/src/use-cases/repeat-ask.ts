import type { ActionApprovalReply } from '@intexuraos/contracts';
import { messageText } from '../domain/wording.ts';
import type { Loaded } from '../ports.ts';
import type { Core } from './core.ts';
import { buttonsOf, renderingOf } from './render.ts';
import { evidenceOf } from './reply-receipt.ts';
import { say } from './say.ts';

/** Shows the present question of an action to somebody who answered something else; nothing if there is none. */
export async function repeatAsk(
  core: Core,
  event: ActionApprovalReply,
  { action }: Loaded,
  prefix = '',
): Promise<void> {
  const text = messageText('ask', action, renderingOf(action, core.settings));
  if (text === null) return;
  await say(core, {
    userId: event.userId,
    key: `changed:${action.id}:${action.version}:${action.asksMade}.${evidenceOf(event)}`,
    correlationId: `action-${action.type}-approval-${action.id}`,
    replyTo: event.inboundWamid,
    text: `${prefix}${text}`,
    buttons: buttonsOf(action, core.settings),
  });
}
