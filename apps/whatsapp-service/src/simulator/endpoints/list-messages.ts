import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const Message = z.object({
  wamid: z.string(),
  from: z.enum(['business', 'person']),
  kind: z.enum(['message', 'reaction']),
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
  summary:
    'What the simulated phone has received, oldest first, after the message whose wamid is `after`; `both=true`: what was written on it, too.',
  input: z.object({ after: z.string().max(512).optional(), both: z.stringbool().default(false) }),
  output: z.object({ messages: z.array(Message).readonly() }),
  handle: async ({ after, both }, { app }) => ({
    messages: app.inbox
      .after(after)
      .filter(({ from }) => both || from === 'business')
      .map((message) => ({ ...message, buttons: [...message.buttons] })),
  }),
});
