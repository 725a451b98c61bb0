import type { ActionApprovalReply } from '@intexuraos/contracts';
import { actionTypeOf } from '../action-types/index.ts';
import type { Action, Channel } from '../domain/action.ts';
import { type Reading, unclear } from '../domain/reply/intent.ts';
import { acceptModelAnswer } from '../domain/reply/read-reply.ts';
import type { Core } from './core.ts';

export type Answer = Reading & { readonly hint?: 'NO_MODEL_KEY' };

/** Which channel a decision came through, for the approval's record. */
export const channelOf = (event: ActionApprovalReply): Channel => {
  if (event.buttonId !== undefined) return 'whatsapp-button';
  return event.reaction === undefined ? 'whatsapp-text' : 'whatsapp-reaction';
};

/** Layer 4: the person's own language model, where the plain layers could not tell. Any failure is `unclear`. */
export async function readWithModel({ ports }: Core, event: ActionApprovalReply, action: Action): Promise<Answer> {
  if (!(await ports.quota.take('classification', event.userId))) return unclear('the quota of readings is used up');
  const classified = await ports.classifyIntent(event.userId, event.replyText);
  if (classified.outcome === 'no_key') return { ...unclear('no language-model key'), hint: 'NO_MODEL_KEY' };
  if (classified.outcome === 'failed') return unclear('the language model did not answer', 'model');
  return acceptModelAnswer(event.replyText, classified.answer, actionTypeOf(action.type)?.riskOf(action) ?? 'high');
}
