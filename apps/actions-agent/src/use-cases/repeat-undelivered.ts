import { uuidFromName } from '@intexuraos/kernel';
import { askKey } from '../domain/ask.ts';
import type { Loaded } from '../ports.ts';
import type { Core } from './core.ts';
import { openQuestions } from './find-asked.ts';
import { showQuestion } from './show-question.ts';

/** Shows the open questions that did not reach a person, each once for each message that failed. */
export function createRepeatUndelivered(core: Core) {
  return async ({ userId }: { readonly userId: string }): Promise<void> => {
    const open = await openQuestions(core, userId);
    await Promise.all(open.map((loaded) => showIfUndelivered(core, loaded)));
  };
}

async function showIfUndelivered(core: Core, loaded: Loaded): Promise<void> {
  const { action } = loaded;
  if (action.ask?.delivery.status !== 'failed') return;
  const failed = action.ask.delivery.via ?? askKey(action);
  await showQuestion(core, loaded, {
    occasion: uuidFromName(`undelivered|${failed}`),
    preface: 'This did not reach you before.',
  });
}
