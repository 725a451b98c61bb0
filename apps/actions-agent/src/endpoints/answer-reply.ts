import { actionApprovalReply } from '@intexuraos/contracts';
import { subscription } from './endpoint.ts';

export const answerReply = subscription({
  topic: actionApprovalReply,
  name: 'approval-replies',
  path: '/internal/actions/approval-reply',
  summary: 'A person’s answer to a question: approves, rejects, or is asked again.',
  handle: (event, { app }) => app.answerReply(event),
});
