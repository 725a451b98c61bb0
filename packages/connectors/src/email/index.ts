import addressparser from 'nodemailer/lib/addressparser';
import { defineConnector } from '../define.ts';
import { messageIdOfKey } from '../key-forms.ts';
import { buildMessage } from '../mail-message/build-message.ts';
import { factsOfMail, type Mail, SendEmail } from '../mail-message/mail.ts';
import { defaults } from './defaults.ts';
import { deliver, type EmailCall } from './deliver.ts';
import { refusedRecipients } from './read-failure.ts';
import { Credentials, SentEmail, Settings } from './schema.ts';

const { operation, connector } = defineConnector({
  name: 'email',
  title: 'Email (SMTP)',
  credentials: Credentials,
  settings: Settings,
  // Each account names its own server.
  apiUrl: '',
  oauth: null,
  // Providers count by the day (Gmail 500, Microsoft 10,000) and dislike bursts.
  pace: { perSecond: 1, burst: 10 },
  defaults,
});

/** `Ana <ana@example.com>` is for people, the envelope has the address alone. */
const addressesIn = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => addressparser(text, { flatten: true })).map(({ address }) => address);

async function send(mail: Mail, call: EmailCall): Promise<SentEmail> {
  const { credentials, key, now } = call;
  const from = credentials.sender ?? credentials.user ?? '';
  const messageId = messageIdOfKey(key);
  // Hidden recipients stand in the envelope only.
  const message = await buildMessage({ ...mail, from, bcc: [], messageId, date: new Date(now()) });
  const to = [...new Set(addressesIn([...mail.to, ...mail.cc, ...mail.bcc]))];
  const sent = await deliver(call, { from: addressesIn([from])[0], to, size: message.length }, message);
  return {
    message_id: messageId,
    accepted: sent.accepted,
    refused: refusedRecipients(sent.rejectedErrors ?? []),
    response: sent.response,
  };
}

export const email = connector({
  send_email: operation({
    describe: 'Send an email',
    done: 'Email sent successfully',
    input: SendEmail,
    output: SentEmail,
    effect: 'change',
    risk: 'high',
    // SMTP knows no key, and nobody can ask a mail server whether it took a mail.
    repeatable: false,
    facts: factsOfMail,
    run: send,
    simulate: ({ to, cc, bcc }, key) => ({
      message_id: messageIdOfKey(key),
      accepted: [...addressesIn([...to, ...cc, ...bcc])],
      refused: [],
      response: '250 simulated',
    }),
  }),
});
