import { whatsappMessageStatus } from '@intexuraos/contracts';
import { subscription } from './endpoint.ts';

export const recordMessageStatus = subscription({
  topic: whatsappMessageStatus,
  name: 'whatsapp-status-actions',
  path: '/internal/actions/message-status',
  summary: 'What became of a message: which WhatsApp message a question is, and whether it arrived.',
  handle: (event, { app }) => app.recordMessageStatus(event),
});
