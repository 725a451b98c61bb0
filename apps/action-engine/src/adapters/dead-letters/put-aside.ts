import { operationCallback } from '@intexuraos/contracts';
import type { Undeliverable } from '@intexuraos/http-server';
import { contentHash } from '@intexuraos/kernel';
import type { ActionEnginePorts } from '../../ports.ts';

/** A callback that was given up lies beside the messages that were: an operator has it sent again from there. */
export const createPutAside =
  (keep: (message: Undeliverable) => Promise<void>): ActionEnginePorts['putAside'] =>
  ({ performanceId, userId, problem }) => {
    const event = { type: operationCallback.event, performanceId, userId };
    const body = JSON.stringify(event);
    return keep({
      subscription: 'operation-callbacks',
      event: operationCallback.event,
      messageId: performanceId,
      reason: `the callback was tried too often: ${problem}`,
      hash: contentHash(event),
      sample: body,
      body,
    });
  };
