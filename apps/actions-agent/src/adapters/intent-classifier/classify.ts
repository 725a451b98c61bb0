import type { Logger } from '@intexuraos/kernel';
import type { LanguageModel } from '@intexuraos/llm';
import type { ModelAccess } from '@intexuraos/people';
import { replyCharsMax } from '../../domain/reply/veto.ts';
import type { IntentClassifier } from '../../ports.ts';
import { type IntentAnswer, questionOf } from './prompt.ts';

export interface IntentClassifierOptions {
  /** The language model of a person, with that person's key. */
  readonly languageModelOf: (userId: string) => Promise<ModelAccess>;
  readonly log: Logger;
}

/** Reads a reply with the person's own language model. Whatever is not one well-formed answer is `failed`. */
export function createIntentClassifier({ languageModelOf, log }: IntentClassifierOptions): IntentClassifier {
  async function ask(model: LanguageModel, userId: string, reply: string): Promise<IntentAnswer | null> {
    const answer = await model.answer(questionOf(reply));
    if (answer.outcome === 'answered') return answer.value;
    log.warn({ userId, outcome: answer.outcome, problem: answer.message }, 'no intent from the language model');
    return null;
  }

  return async (userId, replyText) => {
    if (replyText.length > replyCharsMax) return { outcome: 'failed' };
    const access = await languageModelOf(userId);
    if (access.outcome !== 'found') return access;
    const answer = await ask(access.model, userId, replyText);
    return answer ? { outcome: 'answered', answer } : { outcome: 'failed' };
  };
}
