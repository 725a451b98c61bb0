import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const Message = z.object({
  wamid: z.string(),
  to: z.string(),
  text: z.string(),
  buttons: z.array(z.object({ id: z.string(), title: z.string() })),
  context: z.string().nullable(),
  at: z.string(),
});

export const listMessages = endpoint({
  method: 'GET',
  path: '/simulator/whatsapp/messages',
  auth: 'user',
  summary: 'What the simulated phone has received, oldest first, after the message whose wamid is `after`.',
  input: z.object({ after: z.string().max(512).optional() }),
  output: z.object({ messages: z.array(Message).readonly() }),
  handle: async ({ after }, { app }) => ({
    messages: app.inbox.after(after).map((message) => ({ ...message, buttons: [...message.buttons] })),
  }),
});
