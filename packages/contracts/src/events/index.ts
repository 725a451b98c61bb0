import type { Topic } from '../topic.ts';
import { actionApprovalReply } from './action-approval-reply.ts';
import { actionChanged } from './action-changed.ts';
import { actionCreated } from './action-created.ts';
import { commandIngest } from './command-ingest.ts';
import { operationCallback } from './operation-callback.ts';
import { whatsappMessageSend } from './whatsapp-message-send.ts';
import { whatsappMessageStatus } from './whatsapp-message-status.ts';

/** Every kind of event. */
export const topics: readonly Topic<object>[] = [
  actionApprovalReply,
  actionChanged,
  actionCreated,
  commandIngest,
  operationCallback,
  whatsappMessageSend,
  whatsappMessageStatus,
];
