import { actionApprovalReply, whatsappMessageSend, whatsappMessageStatus } from '@intexuraos/contracts';
import { z } from 'zod';
import { call } from '../http.ts';
import { type Agent, userId } from './agent.ts';

const Created = z.object({ data: z.object({ id: z.string() }) });

/** Plays whatsapp-service and the person: every message is sent, and a question is answered with yes if `answers`. */
export function attachPhone({ carrier }: Agent, answers: boolean): void {
  let letters = 0;
  carrier.attach({
    name: 'whatsapp-send',
    topic: whatsappMessageSend,
    async deliver({ data }) {
      letters += 1;
      const { messageKey, correlationId } = whatsappMessageSend.schema.parse(data);
      const wamid = `wamid.out.${letters}`;
      const timestamp = new Date().toISOString();
      const status = { status: 'sent', userId, messageKey, correlationId, wamid, timestamp } as const;
      await carrier.publish(whatsappMessageStatus, { type: 'whatsapp.message.status', ...status });
      if (!answers || !messageKey.startsWith('ask:')) return 'ack';
      const reply = { replyToWamid: wamid, replyText: 'yes', userId, timestamp, inboundWamid: `wamid.in.${letters}` };
      await carrier.publish(actionApprovalReply, { type: 'action.approval.reply', ...reply });
      return 'ack';
    },
  });
}

/** Resolves to its id. */
export async function createTodo({ url, asService }: Agent, title: string): Promise<string> {
  const wish = {
    userId,
    commandId: `bench:${title}`,
    type: 'todo',
    title,
    confidence: 0.5,
    payload: { prompt: title },
  };
  const { text } = await call({ method: 'POST', url: `${url}/internal/actions`, headers: asService, body: wish });
  return Created.parse(JSON.parse(text)).data.id;
}

/** From the wish to the report. Throws when it was not carried out exactly once. */
export async function liveThrough(agent: Agent, title: string): Promise<void> {
  const before = agent.effects();
  await createTodo(agent, title);
  await agent.carrier.deliverAll();
  const effects = agent.effects() - before;
  if (effects !== 1) throw new Error(`"${title}" was carried out ${effects} times`);
}
