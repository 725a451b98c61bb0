import type { Connect } from '@intexuraos/internal-clients';
import { actionsAgent } from '@intexuraos/internal-clients/actions-agent';
import type { RequestAction } from '../../ports.ts';

/** The command's id is the key: however often it is asked, there is one action. */
export function createRequestAction(connect: Connect): RequestAction {
  return async ({ id: commandId, userId, classification }) => {
    if (classification === null) throw new Error('a command is classified before its action is requested');
    const { type, title, confidence, payload } = classification;
    const call = await connect(actionsAgent).create({ userId, commandId, type, title, confidence, payload });
    if (call.kind === 'answered') return { outcome: 'requested', actionId: call.data.id };
    const { code, message, effect, retryable } = call;
    return retryable || effect === 'unknown' ? { outcome: 'failed', code } : { outcome: 'refused', code, message };
  };
}
