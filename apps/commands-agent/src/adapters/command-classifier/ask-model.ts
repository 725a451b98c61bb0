import type { Logger } from '@intexuraos/kernel';
import type { ModelAccess } from '@intexuraos/people';
import type { AskModel } from '../../ports.ts';
import { questionOf } from './prompt.ts';

export interface AskModelOptions {
  /** The language model of a person, with that person's key. */
  readonly languageModelOf: (userId: string) => Promise<ModelAccess>;
  readonly log: Logger;
}

/** What a message is about shows at its start. */
const charsAsked = 2_000;

/** Asks the person's own language model. Whatever is not one well-formed answer is none. */
export function createAskModel({ languageModelOf, log }: AskModelOptions): AskModel {
  return async (userId, text) => {
    const access = await languageModelOf(userId);
    if (access.outcome !== 'found') return null;
    const answer = await access.model.answer(questionOf(text.slice(0, charsAsked)));
    if (answer.outcome === 'answered') return answer.value;
    log.warn({ userId, outcome: answer.outcome, problem: answer.message }, 'the language model read no command');
    return null;
  };
}
