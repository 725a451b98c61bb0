import { type ButtonClaim, readButton } from './button.ts';
import { readExact } from './exact.ts';
import { type Intent, type Reading, unclear } from './intent.ts';
import { readReaction } from './reaction.ts';
import { hasHiddenCharacters, wordsOf } from './reply-words.ts';
import { replyCharsMax, vetoesOf } from './veto.ts';

export interface Reply {
  readonly text: string;
  readonly buttonId?: string | undefined;
  /** An emoji; empty when a reaction was taken back. */
  readonly reaction?: string | undefined;
}

export interface ButtonKey {
  readonly secret: string;
  readonly userId: string;
}

export interface FirstReading {
  readonly reading: Reading;
  /** What the tapped button claims: the caller compares it with the action and its open ask. */
  readonly button: ButtonClaim | null;
  /** Nothing was decided, and the text is one that a language model may look at. */
  readonly wantsModel: boolean;
}

const decided = (reading: Reading, button: ButtonClaim | null = null): FirstReading => ({
  reading,
  button,
  wantsModel: false,
});

/** A button that is not ours never falls through to the text, because its text is the word on the button. */
function readTap(id: string, { secret, userId }: ButtonKey): FirstReading {
  const button = readButton(secret, id, userId);
  if (!button) return decided(unclear('a button we did not sign for this person', 'button'));
  return decided({ intent: button.decision, layer: 'button', reason: 'signed button' }, button);
}

function readEmoji(reaction: string): FirstReading {
  const intent = readReaction(reaction);
  if (intent !== 'unclear') return decided({ intent, layer: 'reaction', reason: 'reaction' });
  return decided(unclear(reaction === '' ? 'reaction taken back' : 'a reaction that is no answer', 'reaction'));
}

const isForModel = (text: string) =>
  text.length <= replyCharsMax && !hasHiddenCharacters(text) && wordsOf(text).words.length > 0;

function readText(text: string): FirstReading {
  const reading = readExact(text);
  return { reading, button: null, wantsModel: reading.intent === 'unclear' && isForModel(text) };
}

/** The layers that need no language model, in order: button, reaction, exact words. */
export function readReply(reply: Reply, key: ButtonKey): FirstReading {
  if (reply.buttonId !== undefined) return readTap(reply.buttonId, key);
  if (reply.reaction !== undefined) return readEmoji(reply.reaction);
  return readText(reply.text);
}

export interface ModelAnswer {
  readonly intent: Intent;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: string;
}

export type Risk = 'low' | 'medium' | 'high';

const confidenceMin = 0.8;

/** Written so that a confidence which is no number is no confidence. */
const isSure = ({ confidence }: ModelAnswer) => confidence >= confidenceMin && confidence <= 1;

/**
 * What a language model's answer is worth. A yes counts only with confidence, at low risk and when nothing in the reply
 * speaks against it; at a higher risk it only proposes. A no needs confidence alone: it is the safe direction.
 */
export function acceptModelAnswer(text: string, answer: ModelAnswer, risk: Risk): Reading {
  if (answer.intent === 'unclear') return unclear('the model was not sure', 'model');
  if (!isSure(answer)) return unclear('the model was not confident', 'model');
  if (answer.intent === 'reject') return { intent: 'reject', layer: 'model', reason: 'read by the model' };
  const vetoes = vetoesOf(text);
  if (vetoes.length > 0) return unclear(`veto: ${vetoes.join(', ')}`, 'model');
  if (risk !== 'low') return { ...unclear('a yes in free words, at more than low risk', 'model'), propose: true };
  return { intent: 'approve', layer: 'model', reason: 'read by the model, no veto' };
}
