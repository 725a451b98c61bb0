import type { ActionApprovalReply } from '@intexuraos/contracts';
import { contentHash } from '@intexuraos/kernel';

/** What a decision is made on, once: the reply's own id; without one, what it says and when. */
export const evidenceOf = (event: ActionApprovalReply) => event.inboundWamid ?? contentHash(event).slice(0, 32);

/** Addresses a message that answers this reply; the same reply gets it once. */
export const receipt = (event: ActionApprovalReply, kind: 'confirm' | 'clarify', about: string) => ({
  userId: event.userId,
  key: `${kind}:${about}:0:${evidenceOf(event)}`,
  correlationId: `reply-${contentHash(evidenceOf(event)).slice(0, 32)}`,
  replyTo: event.inboundWamid,
});
