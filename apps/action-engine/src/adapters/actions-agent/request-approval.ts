import type { Connect } from '@intexuraos/internal-clients';
import { actionsAgent } from '@intexuraos/internal-clients/actions-agent';
import type { RequestApproval } from '../../ports.ts';

/** The performance's id is the key: however often it is asked, there is one action. */
export function createRequestApproval(connect: Connect): RequestApproval {
  return async ({ id, userId, wished }, title) => {
    const { platform, operation: action_type, payload, connectionId } = wished;
    const call = await connect(actionsAgent).create({
      userId,
      commandId: `operation:${id}`,
      type: 'operation',
      title,
      confidence: 1,
      payload: { platform, action_type, payload, ...(connectionId !== null && { connection: connectionId }) },
      origin: { kind: 'operation', id },
    });
    if (call.kind === 'answered') return { outcome: 'requested', actionId: call.data.id };
    const { code, message, effect, retryable } = call;
    return retryable || effect === 'unknown' ? { outcome: 'failed', code } : { outcome: 'refused', code, message };
  };
}
