import * as z from 'zod/mini';
import type { Caller } from './caller.ts';

/** A message on the simulated phone: received, or written by its person. */
export const Message = z.object({
  wamid: z.string(),
  text: z.string(),
  buttons: z.array(z.object({ id: z.string(), title: z.string() })),
  context: z.nullable(z.string()),
  at: z.string(),
  from: z.enum(['business', 'person']),
  kind: z.enum(['message', 'reaction']),
});
export type Message = z.infer<typeof Message>;

export type Said = { readonly text: string } | { readonly buttonId: string } | { readonly reaction: string };
export type Reply = Said & { readonly quotedWamid?: string };

export function createChatApi(call: Caller) {
  return {
    messages: async (after: string | null, signal: AbortSignal) => {
      const query = new URLSearchParams({ both: 'true', ...(after !== null && { after }) });
      const answer = z.object({ messages: z.array(Message) });
      return (await call('GET', `/simulator/whatsapp/messages?${query}`, { answer, signal })).messages;
    },
    reply: async (body: Reply) =>
      (await call('POST', '/simulator/whatsapp/reply', { answer: z.object({ wamid: z.string() }), body })).wamid,
  };
}
