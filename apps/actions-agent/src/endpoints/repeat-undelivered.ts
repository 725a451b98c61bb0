import { whatsappWindowOpened } from '@intexuraos/contracts';
import { subscription } from './endpoint.ts';

export const repeatUndelivered = subscription({
  topic: whatsappWindowOpened,
  name: 'whatsapp-window-actions',
  path: '/internal/actions/window-opened',
  summary: 'Asks again what did not reach a person who can be reached now.',
  handle: (event, { app }) => app.repeatUndelivered(event),
});
