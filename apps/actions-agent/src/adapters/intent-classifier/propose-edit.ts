import { replyCharsMax } from '../../domain/reply/veto.ts';
import type { EditProposer } from '../../ports.ts';
import type { IntentClassifierOptions } from './classify.ts';
import { editQuestionOf } from './edit-prompt.ts';

/** Lets the person's own language model point out a change in a reply. Whatever is not one well-formed answer is none. */
export function createEditProposer({ languageModelOf, log }: IntentClassifierOptions): EditProposer {
  return async (userId, replyText, parts) => {
    if (replyText.length > replyCharsMax) return [];
    const access = await languageModelOf(userId);
    if (access.outcome !== 'found') return [];
    const answer = await access.model.answer(editQuestionOf(replyText, parts));
    if (answer.outcome === 'answered') return answer.value.changes;
    log.warn({ userId, outcome: answer.outcome, problem: answer.message }, 'no change from the language model');
    return [];
  };
}
