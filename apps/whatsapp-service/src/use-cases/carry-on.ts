import { whatsappMessageStatus } from '@intexuraos/contracts';
import { AppError } from '@intexuraos/kernel';
import { isNotice } from '../domain/message-key.ts';
import type { Refusal } from '../domain/send-failure.ts';
import { accepted, refused, resume, type SentMessage } from '../domain/sent-message.ts';
import type { Contact, Kept, Letter, Ports } from '../ports.ts';
import { logRefusal } from './log-refusal.ts';
import { statusEvent } from './status-event.ts';

/**
 * Takes a stored message on from where it stands, until WhatsApp has it or it has been given up, and says which.
 * Throws UNAVAILABLE when that is for later: the carrier brings the message again, and a sweep finds it too.
 */
export async function carryOn(ports: Ports, kept: Kept<SentMessage>, to: Contact | null): Promise<void> {
  const resumption = resume(kept.data, ports.clock.now());
  switch (resumption.step) {
    case 'nothing':
      return report(ports, kept.data);
    case 'later':
      throw later(resumption.inMs);
    case 'give_up':
      return report(ports, (await claim(ports, kept, resumption.next)).data);
    case 'attempt':
      return attempt(ports, await claim(ports, kept, resumption.next), to);
  }
}

/** Of several that find the same message only one goes on. Flushed: after a crash it must be known that a call was begun. */
async function claim({ messages }: Ports, kept: Kept<SentMessage>, next: SentMessage): Promise<Kept<SentMessage>> {
  const claimed = await messages.replace(kept, next, true);
  if (claimed === null) throw later(1_000);
  return claimed;
}

/** One call for a message that is `sending` in our name. */
export async function attempt(ports: Ports, claimed: Kept<SentMessage>, to: Contact | null): Promise<void> {
  const noContact = { outcome: 'refused', code: 'NO_CONTACT', failureClass: 'other' } as const;
  const outcome = to === null ? noContact : await ports.courier.send(letterOf(claimed.data, to));
  switch (outcome.outcome) {
    case 'accepted':
      return report(ports, (await settle(ports, claimed, (message) => accepted(message, outcome.wamid))).data);
    case 'refused':
      return afterRefusal(ports, claimed, to, outcome);
    case 'unknown':
      ports.log.warn({ messageKey: claimed.data.messageKey, reason: outcome.reason }, 'unknown whether it was sent');
      throw later(1_000);
  }
}

function letterOf(message: SentMessage, to: Contact): Letter {
  const { buttons, replyTo, asTemplate, messageKey, repeated } = message;
  const text = repeated ? `(repeated) ${message.text}` : message.text;
  return { to, text, buttons, replyTo, asTemplate, messageKey };
}

async function afterRefusal(ports: Ports, claimed: Kept<SentMessage>, to: Contact | null, refusal: Refusal) {
  const facts = { now: ports.clock.now(), hasTemplate: ports.hasTemplate };
  logRefusal(ports.log, claimed.data.messageKey, refusal);
  const settled = await settle(ports, claimed, (message) =>
    message.state === 'sending' ? refused(message, refusal, facts) : message,
  );
  return carryOn(ports, settled, to);
}

/** Writes what became of the call. Status webhooks may have written meanwhile: the change is made to what is there now. */
async function settle(
  ports: Ports,
  kept: Kept<SentMessage>,
  change: (message: SentMessage) => SentMessage,
): Promise<Kept<SentMessage>> {
  const next = change(kept.data);
  if (next === kept.data) return kept;
  const written = await ports.messages.replace(kept, next, false);
  if (written !== null) return written;
  const current = await ports.messages.byKey(kept.data.messageKey);
  if (current === null) throw new AppError('INTERNAL_ERROR', 'A message vanished while it was being sent');
  return settle(ports, current, change);
}

async function report({ publisher, clock }: Ports, message: SentMessage): Promise<void> {
  if (isNotice(message.messageKey)) return;
  const told = message.state === 'failed' ? 'failed' : 'sent';
  await publisher.publish(whatsappMessageStatus, statusEvent(message, told, clock.now()));
}

const later = (inMs: number): AppError =>
  new AppError('UNAVAILABLE', 'The message is not settled yet', { retryAfterSeconds: Math.ceil(inMs / 1000) });
