import type { Connect } from '@intexuraos/internal-clients';
import { commandsAgent } from '@intexuraos/internal-clients/commands-agent';
import type { Logger } from '@intexuraos/kernel';
import type { Action } from '../../domain/action.ts';
import type { Ports } from '../../ports.ts';

const promptOf = ({ payload: { prompt }, title }: Action) => (typeof prompt === 'string' ? prompt : title);

/** Sends the corrected example with the words of the original command, where commands-agent still has them. */
export function createRecordCorrection(connect: Connect, log: Logger): Ports['recordCorrection'] {
  return async (correction, action) => {
    const client = connect(commandsAgent, { idempotencyKey: correction.id });
    const original = await client.get(action.commandId);
    const text = original.kind === 'answered' ? original.data.command.text : promptOf(action);
    const { actionId, fromType, toType, userId } = correction;
    const call = await client.recordCorrection({
      userId,
      externalId: correction.id,
      text,
      correction: { commandId: action.commandId, actionId, fromType, toType },
    });
    if (call.kind === 'failed') log.warn({ actionId, code: call.code }, 'a corrected example was not taken');
  };
}
