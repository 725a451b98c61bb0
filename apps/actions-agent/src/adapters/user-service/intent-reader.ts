import type { Connect } from '@intexuraos/internal-clients';
import { userService } from '@intexuraos/internal-clients/user-service';
import type { Logger } from '@intexuraos/kernel';
import type { IntentClassifier } from '../../ports.ts';

/** Reads a reply with the person's own key and model. */
export function createIntentReader(connect: Connect, log: Logger): IntentClassifier {
  return async (userId) => {
    const keys = await connect(userService).llmKeys(userId);
    if (keys.kind === 'failed') log.warn({ userId, code: keys.code }, 'no language-model key could be had');
    return { outcome: keys.kind === 'failed' ? 'failed' : 'no_key' };
  };
}
