import { z } from 'zod';
import { Id, UserId } from '../primitives.ts';
import { defineTopic } from '../topic.ts';

/** Whoever left an address is to be told anew how an operation ended. */
export const OperationCallback = z.object({
  type: z.literal('operation.callback'),
  performanceId: Id,
  userId: UserId,
});
export type OperationCallback = z.infer<typeof OperationCallback>;

export const operationCallback = defineTopic({
  event: 'operation.callback',
  name: 'operation-callbacks',
  variable: 'INTEXURAOS_PUBSUB_OPERATION_CALLBACKS',
  schema: OperationCallback,
});
