import { z } from 'zod';
import { Id, Timestamp, UserId } from '../primitives.ts';
import { defineTopic } from '../topic.ts';

/** What a person answered to an ask: a text, a button or a reaction, quoting our message or not. */
export const ActionApprovalReply = z.object({
  type: z.literal('action.approval.reply'),
  /** The message that was quoted, tapped or reacted to; empty when the reply stands alone. */
  replyToWamid: z.string().max(512),
  replyText: z.string().max(65_536),
  userId: UserId,
  /** When the person sent it, by WhatsApp's clock (whole seconds). */
  timestamp: Timestamp,
  actionId: Id.optional(),
  buttonId: z.string().max(256).optional(),
  /** An emoji; empty when a reaction was taken back. */
  reaction: z.string().max(64).optional(),
  /** The reply's own id: the evidence of a decision. */
  inboundWamid: z.string().max(512).optional(),
});
export type ActionApprovalReply = z.infer<typeof ActionApprovalReply>;

export const actionApprovalReply = defineTopic({
  event: 'action.approval.reply',
  name: 'approval-replies',
  variable: 'INTEXURAOS_PUBSUB_APPROVAL_REPLIES',
  schema: ActionApprovalReply,
});
