import type { ActionApprovalReply } from '@intexuraos/contracts';
import { actionTypeOf } from '../action-types/index.ts';
import type { Action, Channel } from '../domain/action.ts';
import type { ButtonClaim } from '../domain/reply/button.ts';
import { readExact } from '../domain/reply/exact.ts';
import { type Reading, unclear } from '../domain/reply/intent.ts';
import { readReaction } from '../domain/reply/reaction.ts';
import { acceptModelAnswer } from '../domain/reply/read-reply.ts';
import type { Core } from './core.ts';

export type Answer = Reading & { readonly hint?: 'NO_MODEL_KEY' };

/** Which channel a decision came through, for the approval's record. */
export const channelOf = (event: ActionApprovalReply): Channel => {
  if (event.buttonId !== undefined) return 'whatsapp-button';
  return event.reaction === undefined ? 'whatsapp-text' : 'whatsapp-reaction';
};

/** Layers 1 to 3: button, reaction, exact words. No language model. */
export function readPlainly(event: ActionApprovalReply, claim: ButtonClaim | null): Reading {
  if (event.buttonId !== undefined) {
    return claim === null ? unclear('a button we did not sign', 'button') : { intent: claim.decision, layer: 'button', reason: 'button' };
  }
  if (event.reaction !== undefined) return { intent: readReaction(event.reaction), layer: 'reaction', reason: 'reaction' };
  return readExact(event.replyText);
}

/** Layer 4: the person's own language model, where the plain layers could not tell. Any failure is `unclear`. */
export async function readWithModel({ ports }: Core, event: ActionApprovalReply, action: Action): Promise<Answer> {
  if (event.buttonId !== undefined || event.reaction !== undefined || event.replyText.trim() === '') return unclear('nothing to read');
  if (!(await ports.quota.take('classification', event.userId))) return unclear('the quota of readings is used up');
  const classified = await ports.classifyIntent(event.userId, event.replyText);
  if (classified.outcome === 'no_key') return { ...unclear('no language-model key'), hint: 'NO_MODEL_KEY' };
  if (classified.outcome === 'failed') return unclear('the language model did not answer', 'model');
  return acceptModelAnswer(event.replyText, classified.answer, actionTypeOf(action.type)?.traits.risk ?? 'high');
}
