import { whatsappMessageSend } from '@intexuraos/contracts';
import type { Command } from '../domain/command.ts';
import type { SmallTalk } from '../domain/vocabulary/vocabulary.ts';
import type { Ports } from '../ports.ts';

/** What is said in the chat; a courtesy ends a talk, so nothing is. */
const answers: Partial<Readonly<Record<SmallTalk, string>>> = {
  greeting: 'Hello! Write me what you want, for example "note: call the plumber". I ask before anything is done.',
  answer: 'I cannot tell what this answers. Quote the question that you mean, or tap one of its buttons.',
  delay: 'Nothing is done without your yes. Your questions stay open: answer when you like.',
};

const onceInMs = 60 * 60_000;

/** Says a friendly word to whoever wrote in the chat, once an hour: the same key is sent once. Throws UNAVAILABLE. */
export async function answerSmallTalk(
  { publisher }: Pick<Ports, 'publisher'>,
  { userId, sourceType, externalId, saidAt }: Command,
  smallTalk: SmallTalk,
): Promise<void> {
  const message = answers[smallTalk];
  if (message === undefined || sourceType !== 'whatsapp') return;
  const messageKey = `notice:${smallTalk}:${userId}:${Math.floor(saidAt / onceInMs)}`;
  await publisher.publish(whatsappMessageSend, {
    type: 'whatsapp.message.send',
    userId,
    message,
    correlationId: messageKey,
    messageKey,
    timestamp: new Date(saidAt).toISOString(),
    replyToMessageId: externalId,
  });
}
