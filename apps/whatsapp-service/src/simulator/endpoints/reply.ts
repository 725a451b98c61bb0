import { AppError } from '@intexuraos/kernel';
import { z } from 'zod';
import type { PhoneMessage } from '../inbox-of-phone.ts';
import { newWamid, type Simulator, unixSeconds } from '../simulator.ts';
import { messageBody, type PhoneReply } from '../webhook-body.ts';
import { endpoint } from './endpoint.ts';

const quotedWamid = z.string().min(1).max(512);

const Reply = z.union([
  z.strictObject({ text: z.string().min(1).max(4096), quotedWamid: quotedWamid.optional() }),
  z.strictObject({ buttonId: z.string().min(1).max(256), quotedWamid: quotedWamid.optional() }),
  // An empty emoji takes the reaction back. Without a quoted message it is the latest.
  z.strictObject({ reaction: z.string().max(64), quotedWamid: quotedWamid.optional() }),
]);
type Reply = z.infer<typeof Reply>;

export const reply = endpoint({
  method: 'POST',
  path: '/simulator/whatsapp/reply',
  auth: 'user',
  summary: 'Writes, taps or reacts on the simulated phone; answers when the service has accepted the webhook.',
  input: Reply,
  output: z.object({ wamid: z.string() }),
  handle: async (input, { app }) => {
    const wamid = newWamid(app.random);
    const timestamp = unixSeconds(app.clock);
    const said = { wamid, timestamp, ...meaning(app, input) };
    app.inbox.add(writtenOf(app, said));
    await app.webhook.call(messageBody(app.line, said));
    return { wamid };
  },
});

const textOf = (content: PhoneReply['content']): string => {
  switch (content.type) {
    case 'text':
      return content.text;
    case 'button':
      return content.title;
    case 'reaction':
      return content.emoji;
  }
};

/** As the phone itself shows what was written on it. */
function writtenOf({ clock, line }: Simulator, { wamid, content, quotedWamid }: PhoneReply): PhoneMessage {
  return {
    wamid,
    from: 'person',
    kind: content.type === 'reaction' ? 'reaction' : 'message',
    to: line.phoneNumberId,
    text: textOf(content),
    buttons: [],
    context: quotedWamid,
    at: new Date(clock.now()).toISOString(),
  };
}

function meaning({ inbox }: Simulator, input: Reply): Pick<PhoneReply, 'content' | 'quotedWamid'> {
  const quoted = input.quotedWamid ?? null;
  if ('text' in input) return { content: { type: 'text', text: input.text }, quotedWamid: quoted };
  if ('reaction' in input) {
    const latest = inbox.latest()?.wamid ?? null;
    return { content: { type: 'reaction', emoji: input.reaction }, quotedWamid: quoted ?? latest };
  }
  const { buttonId: id } = input;
  const message = inbox.withButton(id, input.quotedWamid);
  const title = message?.buttons.find((button) => button.id === id)?.title;
  if (message === null || title === undefined) throw new AppError('NOT_FOUND', 'No message has this button');
  return { content: { type: 'button', id, title }, quotedWamid: message.wamid };
}
